/** A piece of a line that is read in one direction. */
export interface DirectedRun {
  /** In the order in which it is read, brackets turned where that is from right to left. */
  readonly text: string;
  readonly leftwards: boolean;
}

type Kind = 'left' | 'right' | 'number' | 'neutral';

/** Letters that are read from right to left. */
const leftwards = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const mirrored: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹' };

const kindOf = (sign: string): Kind =>
  /\p{Nd}/u.test(sign) ? 'number' : leftwards.test(sign) && /[\p{L}\p{Nl}\p{No}]/u.test(sign) ? 'right' : /[\p{L}\p{N}]/u.test(sign) ? 'left' : 'neutral';

/** Which way each sign of a line is read. */
function kindsOf(signs: readonly string[]): readonly Kind[] {
  const kinds: Kind[] = [];
  let strong: Kind = 'left';
  for (const sign of signs) {
    const kind = /\p{M}/u.test(sign) ? (kinds.at(-1) ?? 'neutral') : kindOf(sign);
    if (kind === 'left' || kind === 'right') strong = kind;
    // A number belongs to the words before it.
    kinds.push(kind === 'number' && strong === 'left' ? 'left' : kind);
  }
  // "1.5", "12:30" and "15%" stay together.
  for (const [at, sign] of signs.entries()) {
    const between = /[.,:/+-]/.test(sign) && kinds[at - 1] === 'number' && kinds[at + 1] === 'number';
    if (kinds[at] === 'neutral' && (between || (/[%\p{Sc}]/u.test(sign) && (kinds[at - 1] === 'number' || kinds[at + 1] === 'number')))) kinds[at] = 'number';
  }
  // What stands between two pieces of one direction goes with them, anything else with the line.
  for (let from = 0; from < kinds.length; from += 1) {
    if (kinds[from] !== 'neutral') continue;
    let to = from;
    while (kinds[to] === 'neutral') to += 1;
    const inside = [kinds[from - 1], kinds[to]].every((kind) => kind === 'right' || kind === 'number');
    kinds.fill(inside ? 'right' : 'left', from, to);
    from = to - 1;
  }
  return kinds;
}

/** Whether something in a text is read from right to left. */
export const readsLeftwards = (text: string): boolean => leftwards.test(text);

/**
 * A line cut into pieces of one direction, in the order in which they stand from left to right on a line that is read
 * from left to right: the rules of the Unicode Bidirectional Algorithm (UAX 9) for text without embeddings.
 */
export function visualRuns(line: string): readonly DirectedRun[] {
  if (!readsLeftwards(line)) return [{ text: line, leftwards: false }];
  const signs = [...line];
  const kinds = kindsOf(signs);
  const runs: { text: string; readonly kind: Kind }[] = [];
  for (const [at, sign] of signs.entries()) {
    const kind = kinds[at] ?? 'left';
    const last = runs.at(-1);
    const shown = kind === 'right' ? (mirrored[sign] ?? sign) : sign;
    if (last?.kind === kind) last.text += shown;
    else runs.push({ text: shown, kind });
  }
  const ordered: (typeof runs)[number][] = [];
  let start = 0;
  for (const [at, run] of runs.entries()) {
    // Pieces that lie in text from right to left stand in that order, numbers among them.
    if (run.kind === 'left') start = at + 1;
    ordered.splice(start, 0, run);
  }
  return ordered.map(({ text, kind }) => ({ text, leftwards: kind === 'right' }));
}
