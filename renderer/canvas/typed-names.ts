import type { PartyKind } from '../../shared/document/model/organisation.ts';

/** What a name says about who it is: vendors and platforms are called so, everything else is a department. */
export function guessPartyKind(name: string): PartyKind {
  if (/vendor|supplier|partner|provider|agency|contractor|lieferant|dienstleister|anbieter|agentur/i.test(name)) return 'vendor';
  if (/platform|plattform|portal|saas|\bsystem\b|\bbot\b|automation/i.test(name)) return 'platform';
  return 'department';
}

/** The names in "Business, IT, Security": separated by commas, semicolons or lines; doubles count once. */
export function readLaneNames(text: string): readonly string[] {
  const names = text.split(/[,;\n]+/).map((name) => name.trim()).filter((name) => name !== '');
  return names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index);
}

export interface TypedName {
  readonly name: string;
  /** What stands behind the `@`, while or after it is typed; absent without one. */
  readonly lane?: string;
}

/** Splits "Assess @Security" into the name and the wish for a lane. An e-mail address is no wish. */
export function readTypedName(text: string): TypedName {
  const match = /(?:^|\s)@([^@]*)$/.exec(text);
  if (match === null) return { name: text.trim() };
  return { name: text.slice(0, match.index).trim(), lane: (match[1] ?? '').trim() };
}

/** Lanes whose name fits a wish, best first: equal, then beginning, then containing it. */
export function matchingLanes<Lane extends { readonly name: string }>(lanes: readonly Lane[], wish: string): readonly Lane[] {
  const wanted = wish.toLowerCase();
  const rank = (name: string): number => {
    const own = name.toLowerCase();
    if (own === wanted) return 0;
    if (own.startsWith(wanted)) return 1;
    if (own.split(/\s+/).some((word) => word.startsWith(wanted))) return 2;
    return own.includes(wanted) ? 3 : 4;
  };
  return lanes
    .map((lane) => ({ lane, rank: rank(lane.name) }))
    .filter((one) => one.rank < 4)
    .toSorted((a, b) => a.rank - b.rank)
    .map((one) => one.lane);
}
