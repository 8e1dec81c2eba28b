/** Most signs in the name of a sheet. */
const longest = 31;

/** Names of sheets that every reader takes: none of its forbidden signs, short enough, and no two alike whatever their case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const plain = text.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/\s+/g, ' ').replaceAll(/^[' ]+|[' ]+$/g, '') || 'Sheet';
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : ` (${n})`;
      const name = `${plain.slice(0, longest - suffix.length).trimEnd()}${suffix}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** A column's letters: 0 is A, 26 is AA. */
export function columnName(at: number): string {
  let letters = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
