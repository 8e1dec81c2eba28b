/** A label that belongs to a place (its anchor) and is joined to it by a thin upright line. */
export interface WantedLabel {
  readonly anchor: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** Left edge of the text. */
  readonly x: number;
  /** 0 is nearest to what is labelled. */
  readonly level: number;
}

type Reach = readonly [from: number, to: number];

/** Labels beyond this many are placed without trying all arrangements. */
const most = 9;

/** Levels so that no text touches another and no line runs through a text; undefined where that is impossible. */
function levelsOf(anchors: readonly number[], reaches: readonly Reach[], gap: number): readonly number[] | undefined {
  const deeper = (i: number, j: number): boolean => {
    const [from, to] = reaches[i] as Reach;
    const anchor = anchors[j] as number;
    return anchor > from - 2 && anchor < to + 2;
  };
  const touches = (i: number, j: number): boolean => {
    const [a, b] = [reaches[i] as Reach, reaches[j] as Reach];
    return a[0] < b[1] + gap && b[0] < a[1] + gap;
  };
  const levels = new Array<number | undefined>(anchors.length).fill(undefined);
  const open = new Set<number>();
  const settle = (i: number): number | undefined => {
    const known = levels[i];
    if (known !== undefined) return known;
    if (open.has(i)) return undefined;
    open.add(i);
    let level = 0;
    for (let j = 0; j < anchors.length; j += 1) {
      if (j === i) continue;
      const must = deeper(i, j) || (touches(i, j) && !deeper(j, i) && j < i);
      if (!must) continue;
      const other = settle(j);
      if (other === undefined) return undefined;
      level = Math.max(level, other + 1);
    }
    open.delete(i);
    levels[i] = level;
    return level;
  };
  for (let i = 0; i < anchors.length; i += 1) if (settle(i) === undefined) return undefined;
  return levels as number[];
}

/**
 * Places labels between `low` and `high`, each to the right or to the left of its anchor, on as few levels as possible,
 * so that no two touch and no line crosses a text. Anchors come in rising order.
 */
export function placeLabels(labels: readonly WantedLabel[], low: number, high: number, gap = 10): readonly PlacedLabel[] {
  const anchors = labels.map(({ anchor }) => anchor);
  // A patch of ten stands under its line; near an end of the picture it moves along, as long as the line still meets it.
  const reach = ({ anchor, width }: WantedLabel, left: boolean): Reach => {
    const edge = left ? Math.min(anchor + 5, Math.max(high, anchor)) : Math.max(anchor - 5, Math.min(low, anchor));
    return left ? [edge - width, edge] : [edge, edge + width];
  };
  let best: { readonly reaches: readonly Reach[]; readonly levels: readonly number[]; readonly cost: number } | undefined;
  for (let choice = 0; labels.length <= most && choice < 2 ** labels.length; choice += 1) {
    const reaches = labels.map((label, i) => reach(label, (choice >> i) % 2 === 1));
    if (reaches.some(([from, to]) => from < low - 0.5 || to > high + 0.5)) continue;
    const levels = levelsOf(anchors, reaches, gap);
    if (!levels) continue;
    const cost = Math.max(0, ...levels) * 100 + levels.reduce((sum, level) => sum + level, 0) + reaches.filter((_, i) => (choice >> i) % 2 === 1).length * 0.1;
    if (!best || cost < best.cost) best = { reaches, levels, cost };
  }
  if (best) return best.reaches.map(([x], i) => ({ x, level: best.levels[i] ?? 0 }));
  // One level each: never touching, at the price of lines that pass texts.
  return labels.map(({ anchor, width }, i) => ({ x: Math.max(low, Math.min(high - width, anchor - 5)), level: labels.length - 1 - i }));
}
