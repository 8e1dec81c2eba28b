import { message, type MessageId, type MessageValue } from '../../language/message.ts';
import { distributionSchema, type Distribution } from '../model/distribution.ts';
import { durationSchema, figureSchema } from '../model/fields.ts';
import type { Model } from '../model/model.ts';
import { nameOf } from '../model/queries.ts';
import { requirementSchema } from '../model/node.ts';
import { z } from '../../language/zod.ts';

/** Fields whose number is a share of 1. */
const shares = new Set(['probability', 'rework', 'protectedShare', 'rejection', 'precision', 'confidence']);

/** Fields whose words are fixed by the file format, with the sentences that say them. */
const worded: Readonly<Record<string, (value: string) => MessageId>> = {
  channel: (value) => `document.channel.${value}` as MessageId,
  discipline: (value) => `document.discipline.${value}` as MessageId,
  status: (value) => `document.status.${value}` as MessageId,
};

const requirements = z.array(requirementSchema);
const longest = 60;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * A field's value as people say it; undefined where it is too intricate for a few words.
 * @param field its name in the file, which decides what a number means
 */
export function valueInWords(model: Model, field: string, value: unknown): MessageValue | undefined {
  if (value === undefined || value === null || value === '') return message('document.differs.nothing');
  if (typeof value === 'boolean') return message(value ? 'document.differs.yes' : 'document.differs.no');
  if (typeof value === 'number') return inNumbers(field, value);
  if (typeof value === 'string') return inText(model, field, value);
  const span = durationSchema.strict().safeParse(value);
  if (span.success) return `${rounded(span.data.value)} ${span.data.unit}`;
  const figure = figureSchema.strict().safeParse(value);
  if (figure.success) return inNumbers(field, figure.data.value);
  const drawn = distributionSchema.safeParse(value);
  if (drawn.success) return usual(drawn.data);
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) return value.map((item) => nameOf(model, item)).join(', ');
  const needed = field === 'requirements' ? requirements.safeParse(value) : undefined;
  if (needed?.success !== true) return undefined;
  return needed.data.map(({ anyOf }) => anyOf.map(({ team, person }) => nameOf(model, team ?? person ?? '')).join(' / ')).join(' + ');
}

const inNumbers = (field: string, value: number): MessageValue => (shares.has(field) ? `${rounded(value * 100)} %` : rounded(value));

function inText(model: Model, field: string, value: string): MessageValue {
  const known = worded[field];
  if (known !== undefined) return message(known(value));
  const name = nameOf(model, value);
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}

/** What it usually is, with its ends where it has them. */
function usual(drawn: Distribution): string | undefined {
  const unit = drawn.unit === undefined ? '' : ` ${drawn.unit}`;
  switch (drawn.type) {
    case 'fixed':
      return `${rounded(drawn.value)}${unit}`;
    case 'pert':
    case 'triangular':
      return `${rounded(drawn.mode)} (${rounded(drawn.min)}–${rounded(drawn.max)})${unit}`;
    case 'uniform':
      return `${rounded(drawn.min)}–${rounded(drawn.max)}${unit}`;
    case 'normal':
    case 'exponential':
    case 'gamma':
    case 'erlang':
    case 'lognormal':
      return `∅ ${rounded(drawn.mean)}${unit}`;
    case 'weibull':
    case 'empirical':
    case 'histogram':
      return undefined;
  }
}
