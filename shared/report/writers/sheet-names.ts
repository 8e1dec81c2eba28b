/** Most signs in the name of a sheet. */
const longest = 31;

/** Excel keeps this name for itself, in any case. */
const reserved = 'history';

/**
 * Names of sheets that every reader takes: none of its forbidden signs, at most 31 UTF-16 units, not reserved, and no two
 * alike whatever their case. A text that leaves nothing is called "Sheet".
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>([reserved]);
  return wanted.map((text) => {
    const plain = bare(text.replaceAll(/[\p{Cc}\p{Cs}[\]:*?/\\]/gu, ' ').replaceAll(/\s+/g, ' ')) || 'Sheet';
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : ` (${n})`;
      const name = `${bare(begin(plain, longest - suffix.length))}${suffix}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** Without the quotes and blanks at the ends that a name may not have. */
const bare = (text: string): string => text.replaceAll(/^[' ]+|[' ]+$/g, '');

/** The beginning of a text, cut between whole signs. */
function begin(text: string, units: number): string {
  let left = units;
  return [...text].filter((sign) => (left -= sign.length) >= 0).join('');
}

/** A column's letters: 0 is A, 26 is AA. */
export function columnName(at: number): string {
  let letters = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
