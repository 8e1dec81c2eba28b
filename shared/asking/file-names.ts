/** Most bytes of a name in UTF-8, so that a folder of any system takes it with a number and an ending. */
const longest = 200;

/**
 * Names of files that every system takes, without their ending: no sign that one of them forbids, no dot or blank at
 * the ends, short enough, and no two alike whatever their case.
 */
export function fileNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    // oxlint-disable-next-line no-control-regex
    const allowed = text.replaceAll(/[\u0000-\u001F\u007F<>:"/\\|?*]+/g, ' ').replaceAll(/\s+/g, ' ');
    const plain = cut(allowed).replaceAll(/^[. ]+|[. ]+$/g, '') || '_';
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? plain : `${plain} (${n})`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** As many whole signs of a text as fit. */
function cut(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  return [...text].filter((sign) => (bytes += encoder.encode(sign).length) <= longest).join('');
}
