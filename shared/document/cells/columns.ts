import { message, type MessageId } from '../../language/message.ts';
import { readNumber, writeNumber } from '../../language/read-number.ts';
import { parseDuration, secondsPer, type DayMeaning, type Duration, type TimeUnit } from '../../language/units.ts';
import { defaults, serviceTimeOfSize, type WorkSize } from '../model/defaults.ts';
import type { Distribution } from '../model/distribution.ts';
import type { Figure, Provenance } from '../model/fields.ts';
import { distributionOfPoints, pointsOf, type ThreePoints } from '../model/three-points.ts';
import type { Operation } from '../operations/all.ts';
import type { Column, Context, Reading } from './table.ts';

/** What every column has, and how a new value becomes changes; undefined takes the value away. */
interface Common<Row, Value> {
  readonly id: string;
  readonly label: MessageId;
  readonly width?: number;
  readonly get: (row: Row, context: Context) => Value | undefined;
  readonly set?: (row: Row, value: Value | undefined, context: Context) => Reading;
  /** The cell of this row cannot be changed. */
  readonly fixed?: (row: Row, context: Context) => boolean;
}

const isFixed = <Row, Value>(column: Common<Row, Value>, row: Row, context: Context): { readonly fixed?: true } =>
  column.set === undefined || column.fixed?.(row, context) === true ? { fixed: true } : {};

const base = <Row, Value>({ id, label, width }: Common<Row, Value>, usual: number): Pick<Column<Row>, 'id' | 'label' | 'width'> => ({ id, label, width: width ?? usual });

/** Words. `needed` is the complaint where they may not be empty. */
export function textColumn<Row>(column: Common<Row, string> & { readonly needed?: MessageId; readonly hint?: (row: Row, context: Context) => string }): Column<Row> {
  const { set } = column;
  return {
    ...base(column, 144),
    show: (row, context) => ({ text: column.get(row, context) ?? '', ...(column.hint === undefined ? {} : { hint: column.hint(row, context) }), ...isFixed(column, row, context) }),
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        const words = text.trim();
        if (words === '' && column.needed !== undefined) return message(column.needed);
        return set(row, words === '' ? undefined : words, context);
      },
    }),
  };
}

interface Limits {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
}

/** A number from a text, within limits; else what is wrong with it. */
function readWithin(text: string, { least = 0, most = Number.POSITIVE_INFINITY, whole = false }: Limits): number | undefined {
  const read = readNumber(text);
  return read === undefined || read < least || read > most || (whole && !Number.isInteger(read)) ? undefined : read;
}

const limitsSaid = ({ least = 0, most = Number.POSITIVE_INFINITY, whole = false }: Limits) =>
  most === Number.POSITIVE_INFINITY ? message(whole ? 'window.wholeFrom' : 'window.numberFrom', { least }) : message('window.numberBetween', { least, most });

/** A plain number. */
export function numberColumn<Row>(column: Common<Row, number> & Limits & { readonly hint?: string }): Column<Row> {
  const { set } = column;
  return {
    ...base(column, 96),
    numeric: true,
    show: (row, context) => {
      const value = column.get(row, context);
      return { text: value === undefined ? '' : writeNumber(value, context.locale), ...(column.hint === undefined ? {} : { hint: column.hint }), ...isFixed(column, row, context) };
    },
    rank: (row, context) => column.get(row, context),
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        if (text.trim() === '') return set(row, undefined, context);
        const read = readWithin(text, column);
        return read === undefined ? limitsSaid(column) : set(row, read, context);
      },
    }),
  };
}

/** A number that says how sure it is; `times` is 100 for shares in per cent. */
export function figureColumn<Row>(column: Common<Row, Figure> & Limits & { readonly times?: number; readonly hint?: string }): Column<Row> {
  const { set, times = 1 } = column;
  return {
    ...base(column, 104),
    numeric: true,
    show: (row, context) => {
      const figure = column.get(row, context);
      return figure === undefined
        ? { text: '', ...(column.hint === undefined ? {} : { hint: column.hint }), ...isFixed(column, row, context) }
        : { text: writeNumber(figure.value * times, context.locale) + (times === 100 ? ' %' : ''), sure: figure.provenance ?? 'estimated', ...isFixed(column, row, context) };
    },
    rank: (row, context) => column.get(row, context)?.value,
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        if (text.trim() === '') return set(row, undefined, context);
        const read = readWithin(text, column);
        const old = column.get(row, context);
        return read === undefined ? limitsSaid(column) : set(row, { ...old, value: Number((read / times).toPrecision(12)), provenance: old?.provenance ?? 'estimated' }, context);
      },
      mark: (row, provenance, context) => marking(column.get(row, context), provenance, (value) => set(row, value, context)),
    }),
  };
}

/** The changes that give a value another provenance. */
function marking<Value extends { readonly provenance?: Provenance | undefined }>(value: Value | undefined, provenance: Provenance, set: (value: Value) => Reading): readonly Operation[] {
  if (value === undefined) return [];
  const reading = set({ ...value, provenance });
  return Array.isArray(reading) ? (reading as readonly Operation[]) : [];
}

/** A share in per cent. */
export const percentColumn = <Row>(column: Common<Row, Figure> & { readonly hint?: string }): Column<Row> => figureColumn({ most: 100, times: 100, ...column });

const written = ({ value, unit }: Duration, context: Context): string => `${writeNumber(value, context.locale)} ${unit}`;

const seconds = ({ value, unit }: Duration, counts: DayMeaning, context: Context): number => value * secondsPer(unit, counts, context.hoursPerDay);

/** A span of time with its provenance. */
export function durationColumn<Row>(column: Common<Row, Duration & { readonly provenance?: Provenance | undefined }> & { readonly counts: DayMeaning; readonly assumed?: TimeUnit }): Column<Row> {
  const { set } = column;
  return {
    ...base(column, 112),
    numeric: true,
    show: (row, context) => {
      const value = column.get(row, context);
      return { text: value === undefined ? '' : written(value, context), ...(value === undefined ? {} : { sure: value.provenance ?? 'estimated' }), ...isFixed(column, row, context) };
    },
    rank: (row, context) => {
      const value = column.get(row, context);
      return value === undefined ? undefined : seconds(value, column.counts, context);
    },
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        if (text.trim() === '') return set(row, undefined, context);
        const read = parseDuration(text, column.assumed);
        return read === undefined ? message('window.durationHint') : set(row, { ...column.get(row, context), ...read, provenance: column.get(row, context)?.provenance ?? 'estimated' }, context);
      },
      mark: (row, provenance, context) => marking(column.get(row, context), provenance, (value) => set(row, value, context)),
    }),
  };
}

export interface TimeRules {
  readonly counts: DayMeaning;
  readonly assumed?: TimeUnit;
  readonly alone?: 'fixed' | 'varied';
  /** Takes S, M, L and XL too. */
  readonly sizes?: boolean;
}

const isSize = (text: string): text is WorkSize => text in defaults.sizes;

/** One of the three points of a time that varies: usually, at best, at worst. */
export function timeColumn<Row>(point: keyof ThreePoints, column: Common<Row, Distribution> & TimeRules): Column<Row> {
  const { set, counts, alone = 'varied' } = column;
  const pointOf = (row: Row, context: Context): Duration | undefined => {
    const value = column.get(row, context);
    return value === undefined ? undefined : pointsOf(value)?.[point];
  };
  return {
    ...base(column, 104),
    numeric: true,
    show: (row, context) => {
      const value = column.get(row, context);
      const here = pointOf(row, context);
      const other = value !== undefined && pointsOf(value) === undefined ? { hint: context.say(`window.distribution.${value.type}`) } : {};
      return { text: here === undefined ? '' : written(here, context), ...other, ...(here === undefined || value === undefined ? {} : { sure: value.provenance ?? 'estimated' }), ...isFixed(column, row, context) };
    },
    rank: (row, context) => {
      const here = pointOf(row, context);
      return here === undefined ? undefined : seconds(here, counts, context);
    },
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        const typed = text.trim().toUpperCase();
        if (column.sizes === true && isSize(typed)) return set(row, serviceTimeOfSize(typed), context);
        const read = text.trim() === '' ? undefined : parseDuration(text, column.assumed ?? 'h');
        if (read === undefined && text.trim() !== '') return message(column.sizes === true ? 'tables.timeOrSize' : 'window.durationHint');
        const old = column.get(row, context);
        const { [point]: _old, ...rest } = (old === undefined ? undefined : pointsOf(old)) ?? {};
        const wanted: ThreePoints = read === undefined ? rest : { ...rest, [point]: read };
        if (Object.keys(wanted).length === 0) return set(row, undefined, context);
        const made = distributionOfPoints(wanted, { counts, hoursPerDay: context.hoursPerDay, alone }, old);
        return made === undefined ? message('window.pointsAscend') : set(row, made, context);
      },
      mark: (row, provenance, context) => marking(column.get(row, context), provenance, (value) => set(row, value, context)),
    }),
  };
}

const yes = new Set(['1', 'x', 'y', 'yes', 'true', 'j', 'ja', 'wahr', '✓']);
const no = new Set(['', '0', 'n', 'no', 'false', 'nein', 'falsch', '-']);

/** Yes or no. */
export function yesNoColumn<Row>(column: Common<Row, boolean>): Column<Row> {
  const { set } = column;
  return {
    ...base(column, 92),
    show: (row, context) => ({ text: '', toggle: column.get(row, context) === true, ...isFixed(column, row, context) }),
    rank: (row, context) => (column.get(row, context) === true ? 0 : 1),
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        const typed = text.trim().toLowerCase();
        return yes.has(typed) ? set(row, true, context) : no.has(typed) ? set(row, undefined, context) : message('tables.yesOrNo');
      },
    }),
  };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a list, by its words. `absent` is what an empty cell means. */
export function choiceColumn<Row>(column: Common<Row, string> & { readonly choices: (context: Context) => readonly Choice[]; readonly absent?: (row: Row, context: Context) => string; readonly needed?: boolean }): Column<Row> {
  const { set, choices, absent } = column;
  const labels = remembered((context: Context) => choices(context).map(({ label }) => label));
  return {
    ...base(column, 128),
    show: (row, context) => {
      const value = column.get(row, context);
      const label = value === undefined ? '' : (choices(context).find((one) => one.value === value)?.label ?? '');
      return { text: label, ...(absent === undefined ? {} : { hint: absent(row, context) }), ...isFixed(column, row, context) };
    },
    choices: labels,
    ...(set === undefined ? {} : {
      read: (text, row, context) => {
        const typed = text.trim().toLowerCase();
        if (typed === '') return column.needed === true ? message('tables.chooseOne', { choices: few(labels(context)) }) : set(row, undefined, context);
        const all = choices(context);
        const found = all.find(({ label }) => label.toLowerCase() === typed) ?? only(all.filter(({ label }) => label.toLowerCase().startsWith(typed)));
        return found === undefined ? message('tables.noSuch', { text: text.trim(), choices: few(labels(context)) }) : set(row, found.value, context);
      },
    }),
  };
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** The first few of a list, for a complaint. */
const few = (labels: readonly string[]): string => (labels.length > 5 ? `${labels.slice(0, 5).join(', ')} …` : labels.join(', '));

/** The same answer for the same question asked again in a row, so that rows see that nothing changed. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  let last: { readonly from: From; readonly to: To } | undefined;
  return (from) => {
    if (last?.from !== from) last = { from, to: make(from) };
    return last.to;
  };
}

/** The parts of a list as typed: with commas, semicolons or line ends between them. */
export const partsOf = (text: string): readonly string[] => [...new Set(text.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== ''))];
