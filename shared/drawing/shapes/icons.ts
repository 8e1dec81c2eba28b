import { circleSteps, parsePath, place } from '../path.ts';
import type { PathShape, PathStep } from '../scene.ts';
import type { ColourRole } from '../theme.ts';

/** A circle in path letters, so that every icon is one string and a few rings. */
interface Drawing {
  readonly strokes?: string;
  readonly rings?: readonly (readonly [cx: number, cy: number, r: number])[];
}

/** Stroke icons on a grid of 24, drawn for Crossflow. */
const drawings = {
  department: { strokes: 'M5 20V5H14V20M14 10H19V20M3 20H21M8 9H11M8 13H11M8 17H11' },
  vendor: { strokes: 'M4 8H20V19H4ZM9 8V5H15V8M4 13H20M12 12V14.5' },
  platform: { strokes: 'M7 18C4 18 3 16.2 3 14.5C3 12.5 4.5 11 6.5 11C6.8 7.8 9.2 6 12 6C14.8 6 17 8 17.3 10.5C19.5 10.6 21 12.2 21 14.3C21 16.4 19.5 18 17.3 18Z' },
  meeting: { strokes: 'M3 19C3 15.5 5 13.5 8 13.5C11 13.5 13 15.5 13 19M15 13.6C18.5 13.4 21 15.3 21 19', rings: [[8, 8.5, 3], [16, 9, 2.5]] },
  email: { strokes: 'M3 6H21V18H3ZM3 7L12 13.5L21 7' },
  chat: { strokes: 'M4 5H20V16H11L7 20V16H4Z' },
  phone: { strokes: 'M7 3H17V21H7ZM11 18H13' },
  ticket: { strokes: 'M3 7H21V10.5C19.5 10.5 19.5 13.5 21 13.5V17H3V13.5C4.5 13.5 4.5 10.5 3 10.5ZM14 7V17' },
  form: { strokes: 'M6 4H18V21H6ZM9 3V5.5H15V3M9 10H15M9 13.5H15M9 17H12.5' },
  document: { strokes: 'M6 3H14L18 7V21H6ZM14 3V7H18M9 12H15M9 16H15' },
  api: { strokes: 'M8 7L3 12L8 17M16 7L21 12L16 17M13.5 5L10.5 19' },
  'shared-system': { strokes: 'M5 6C5 3.3 19 3.3 19 6C19 8.7 5 8.7 5 6V18C5 20.7 19 20.7 19 18V6M5 12C5 14.7 19 14.7 19 12' },
  file: { strokes: 'M3 19V5H9L11 8H21V19Z' },
  'in-person': { strokes: 'M5 20C5 16 8 13.5 12 13.5C16 13.5 19 16 19 20', rings: [[12, 8, 3.5]] },
  other: { rings: [[6, 12, 1.2], [12, 12, 1.2], [18, 12, 1.2]] },
  clock: { strokes: 'M12 7V12L15.5 14', rings: [[12, 12, 9]] },
  message: { strokes: 'M3 6H21V18H3ZM3 7L12 13.5L21 7' },
  approval: { strokes: 'M12 3L20 6V12C20 16.5 16.5 19.5 12 21C7.5 19.5 4 16.5 4 12V6ZM8.5 12L11 14.5L15.5 9.5' },
  owner: { strokes: 'M5 20C5 16 8 13.5 12 13.5C16 13.5 19 16 19 20', rings: [[12, 8, 3.5]] },
  repeat: { strokes: 'M4 12C4 7.6 7.6 4 12 4C15 4 17.5 5.6 19 8M19 3V8H14M20 12C20 16.4 16.4 20 12 20C9 20 6.5 18.4 5 16M5 21V16H10' },
  several: { strokes: 'M6 5V19M12 5V19M18 5V19' },
  inSequence: { strokes: 'M5 6H19M5 12H19M5 18H19' },
  handoff: { strokes: 'M3 12H15M11 8L15 12L11 16M20 5V19' },
  plus: { strokes: 'M12 5V19M5 12H19' },
  automatic: { strokes: 'M12 2.5V6M12 18V21.5M2.5 12H6M18 12H21.5M5.3 5.3L7.8 7.8M16.2 16.2L18.7 18.7M18.7 5.3L16.2 7.8M7.8 16.2L5.3 18.7', rings: [[12, 12, 4]] },
} as const satisfies Record<string, Drawing>;

export type IconName = keyof typeof drawings;

export const iconNames = Object.keys(drawings) as readonly IconName[];

const steps = new Map<IconName, readonly PathStep[]>(
  iconNames.map((name) => {
    const drawing: Drawing = drawings[name];
    return [name, [...parsePath(drawing.strokes ?? ''), ...(drawing.rings ?? []).flatMap(([x, y, r]) => circleSteps(x, y, r))]];
  }),
);

/** An icon whose top left corner is at (x, y). */
export function icon(name: IconName, x: number, y: number, size: number, colour: ColourRole): PathShape {
  return {
    kind: 'path',
    steps: place(steps.get(name) ?? [], size / 24, x, y),
    style: { stroke: colour, width: Math.max(1.2, size / 13), roundCap: true },
  };
}
