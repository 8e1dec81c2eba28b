import { type Party, partyColours } from '../../document/model/organisation.ts';
import { textIn, wrap } from '../layout/wrap.ts';
import type { LanePaint } from '../paint.ts';
import { type Box, type GroupShape, type Shape, group, path, rect } from '../scene.ts';
import type { ColourRole } from '../theme.ts';
import { chip } from './chip.ts';
import { type IconName, icon } from './icons.ts';

export interface LaneFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: 'department' | 'vendor' | 'platform';
  readonly owner?: string;
  readonly box: Box;
  readonly header: Box;
  readonly leaf: boolean;
  readonly upright?: boolean;
  readonly colour?: ColourRole;
}

/** What the drawing says of a party: its name, kind, owner and colour. */
export function partyFacts({ id, name, kind, owner, colour }: Party): Pick<LaneFacts, 'id' | 'name' | 'kind' | 'owner' | 'colour'> {
  const known = partyColours.find((one) => one === colour);
  return { id, name, kind, ...(owner === undefined ? {} : { owner }), ...(known === undefined ? {} : { colour: laneRoles[known] }) };
}

const laneRoles = {
  blue: 'laneBlue', sky: 'laneSky', green: 'laneGreen', yellow: 'laneYellow', orange: 'laneOrange', vermilion: 'laneVermilion', purple: 'lanePurple',
} as const satisfies Readonly<Record<(typeof partyColours)[number], ColourRole>>;

const icons: Readonly<Record<LaneFacts['kind'], IconName>> = { department: 'department', vendor: 'vendor', platform: 'platform' };

/** Head of a lane: kind icon, name, owner, and a number with its bar where the paint has one. Text is always horizontal. */
function header(facts: LaneFacts, paint: LanePaint): readonly Shape[] {
  const { x, y, width, height } = facts.header;
  const shapes: Shape[] = [rect(facts.header, { fill: 'band', stroke: 'line' })];
  if (facts.colour !== undefined) shapes.push(rect({ x, y, width: 5, height }, { fill: facts.colour, stroke: 'line' }));
  const side = 12;
  const foot = paint.number === undefined ? 0 : paint.share === undefined ? 18 : 26;
  // An upright lane that is folded has room for the beginning of its name, below where a window opens it.
  const thin = width < 64;
  const nameSize = thin ? 11 : 13;
  const narrowIcon = width < 130 ? 22 : 0;
  const room = height - 12 - foot - narrowIcon;
  // A narrow head has its icon above the name, so that words keep their width.
  const narrow = width < 130;
  const text = thin ? x + 4 : narrow ? x + 10 : x + side + 24;
  const inner = thin ? width - 6 : narrow ? width - 16 : x + width - side - text;
  const owned = facts.owner !== undefined && facts.owner !== '' && room >= 34;
  const nameLines = wrap(facts.name, inner, nameSize, Math.max(1, Math.min(4, Math.floor((room - (owned ? 17 : 0)) / 17))), 'bold').length;
  const ownerLines = owned ? Math.min(2, wrap(facts.owner ?? '', inner, 12, 2).length, Math.max(1, Math.floor((room - nameLines * 17) / 15))) : 0;
  const block = nameLines * 17 + ownerLines * 15;
  const top = y + 6 + narrowIcon + Math.max(0, (room - block) / 2);
  if (!thin) shapes.push(icon(icons[facts.kind], narrow ? x + 9 : x + side - 2, top - 1 - narrowIcon, 18, 'muted'));
  shapes.push(textIn({ x: text, y: top, width: inner, height: nameLines * 17 }, facts.name, { size: nameSize, lineHeight: 17, weight: 'bold', anchor: 'start', maxLines: nameLines }));
  if (owned) shapes.push(textIn({ x: text, y: top + nameLines * 17, width: inner, height: ownerLines * 15 }, facts.owner ?? '', { size: 12, lineHeight: 15, anchor: 'start', colour: 'muted', maxLines: ownerLines }));
  if (paint.number !== undefined) {
    const base = y + height - foot;
    shapes.push(textIn({ x: text, y: base - 2, width: inner, height: 16 }, paint.number, { size: 12, anchor: 'start', maxLines: 1 }));
    if (paint.share !== undefined) {
      const bar = { x: text, y: base + 15, width: inner, height: 5 };
      shapes.push(rect(bar, { fill: 'surface', stroke: 'line' }, 2.5));
      const filled = Math.max(2, Math.min(1, Math.max(0, paint.share)) * inner);
      shapes.push(rect({ ...bar, width: filled }, { fill: paint.bar ?? 'neutral', stroke: 'muted' }, 2.5));
    }
  }
  if (paint.chip) shapes.push(chip(paint.chip, x + width - 4, y + 13));
  return shapes;
}

/** A lane with its header. Nested lanes are drawn after, and over, their parent. */
export function drawLane(facts: LaneFacts, paint: LanePaint = {}): GroupShape {
  const { box } = facts;
  const shapes: Shape[] = [rect(box, { fill: paint.fill ?? 'surface', stroke: 'line' }), ...header(facts, paint)];
  if (paint.diff === 'added') shapes.push(rect({ x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4 }, { stroke: 'accent', width: 2, dash: [6, 4] }));
  if (paint.diff === 'removed') shapes.push(path([['M', box.x, box.y + box.height], ['L', box.x + box.width, box.y]], { stroke: 'muted', width: 2 }));
  return group(shapes, { element: facts.id, role: 'lane', title: facts.owner ? `${facts.name} (${facts.owner})` : facts.name });
}
