import { z } from '../../language/zod.ts';
import { durationSchema, entity, instantSchema } from './fields.ts';

/** About the document as a whole. */
export const documentSettingsSchema = entity({
  title: z.string(),
  purpose: z.string().optional(),
  author: z.string().optional(),
  owner: z.string().optional(),
  confidentiality: z.enum(['public', 'internal', 'confidential', 'strictlyConfidential']).optional(),
  /** A picture as a data URL. */
  logo: z.string().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/).optional(),
  locale: z.string().optional(),
  timeZone: z.string().optional(),
  hoursPerDay: z.number().positive().max(24).optional(),
});
export type DocumentSettings = z.infer<typeof documentSettingsSchema>;

/** How the simulation runs. Absent fields take the published defaults. */
export const runSettingsSchema = entity({
  start: instantSchema.optional(),
  mode: z.enum(['terminating', 'steady']).optional(),
  horizon: durationSchema.optional(),
  /** Settling-in time that is not counted; found automatically where absent in steady mode. */
  warmUp: durationSchema.optional(),
  replications: z.int().positive().max(10_000).optional(),
  /** Relative half-width of the lead time's interval at which a run stops. */
  precision: z.number().positive().max(1).optional(),
  confidence: z.number().min(0.5).max(0.9999).optional(),
  seed: z.int().min(0).max(2 ** 32 - 1).optional(),
  /** Items per demand class; the run then drains. */
  items: z.int().positive().optional(),
});
export type RunSettings = z.infer<typeof runSettingsSchema>;
