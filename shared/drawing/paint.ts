import type { IconName } from './shapes/icons.ts';
import type { Sureness } from './shapes/marks.ts';
import type { ColourRole } from './theme.ts';

export type Effect = 'better' | 'worse';
export type Diff = 'added' | 'removed' | 'changed';

/** A small label at an element's corner: an effect elsewhere, or what a proposal does to it. */
export interface ChipPaint {
  readonly text: string;
  readonly effect?: Effect;
  readonly diff?: Diff;
}

/** What findings say about one element, in colours by role and words already said. Everything is optional. */
export interface NodePaint {
  readonly fill?: ColourRole;
  readonly stroke?: ColourRole;
  readonly strokeWidth?: number;
  /** Third line of a step: a number that repeats what the colour says. */
  readonly detail?: string;
  readonly sureness?: Sureness;
  readonly chip?: ChipPaint;
  readonly diff?: Diff;
  readonly dimmed?: boolean;
}

/** The two halves of a handoff badge after a run. */
export interface BadgeNumbers {
  /** Made by the handoff. */
  readonly handoff: string;
  /** Made by the receiver's load. */
  readonly load: string;
  readonly handoffFill?: ColourRole;
  readonly loadFill?: ColourRole;
}

export interface BadgePaint {
  readonly channel?: IconName;
  readonly numbers?: BadgeNumbers;
  readonly size?: 'pill' | 'dot';
  /** Colour of the dot, and of the outline before a run. */
  readonly colour?: ColourRole;
}

export interface FlowPaint {
  readonly stroke?: ColourRole;
  readonly width?: number;
  /** Printed beside the line; the flow's own name and probability where absent. */
  readonly label?: string;
  /** False: none, even on a handoff. */
  readonly badge?: BadgePaint | false;
  readonly diff?: Diff;
  readonly dimmed?: boolean;
}

export interface LanePaint {
  readonly fill?: ColourRole;
  /** Printed at the foot of the header, with a bar where `share` is given (0 to 1, cut there). */
  readonly number?: string;
  readonly share?: number;
  readonly bar?: ColourRole;
  readonly chip?: ChipPaint;
  readonly diff?: Diff;
}

/** One line of the legend for what an overlay's colours mean. */
export interface LegendClass {
  readonly fill: ColourRole;
  readonly label: string;
}

/** Paint for a whole page, by element id. Absent elements look as drawn. */
export interface DiagramPaint {
  readonly nodes?: Readonly<Record<string, NodePaint>>;
  readonly flows?: Readonly<Record<string, FlowPaint>>;
  readonly lanes?: Readonly<Record<string, LanePaint>>;
  /** An overlay turns flows neutral and explains its classes. */
  readonly overlay?: { readonly title: string; readonly classes: readonly LegendClass[] };
}
