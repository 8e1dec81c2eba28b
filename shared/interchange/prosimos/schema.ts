import { z } from '../../language/zod.ts';

/** A number, or one written in quotes as Prosimos' own editor does. */
const numeric = z.union([
  z.number(),
  z.string().trim().regex(/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i, 'is no number').transform(Number),
]);
const id = z.union([z.string().min(1), z.number()]).transform(String);
const parameter = z.union([numeric, z.looseObject({ value: numeric }).transform((object) => object.value)]);

const distribution = {
  distribution_name: z.string(),
  distribution_params: z.array(parameter).optional(),
  histogram_data: z.looseObject({ cdf: z.array(numeric), bin_midpoints: z.array(numeric) }).optional(),
};
const distributionSchema = z.looseObject(distribution);

const periodSchema = z.looseObject({
  from: z.string(), to: z.string(), beginTime: z.string(), endTime: z.string(), probability: numeric.optional(),
});

const ruleSchema = z.looseObject({
  attribute: z.string().min(1),
  comparison: z.string(),
  value: z.union([numeric, z.string(), z.array(z.union([numeric, z.string()])).min(1)]),
});
const rulesSchema = z.array(z.array(ruleSchema).min(1)).min(1);

const choices = z.array(z.looseObject({ key: z.union([z.string(), z.number(), z.boolean()]).transform(String), value: numeric })).min(1);
const attributeSchema = z.looseObject({
  name: z.string().min(1),
  type: z.string(),
  values: z.unknown(),
});

/** The parameter file in its list form; the older form of dictionaries is turned into it first. */
export const parametersSchema = z.looseObject({
  resource_profiles: z.array(
    z.looseObject({
      id,
      name: z.string().optional(),
      resource_list: z.array(
        z.looseObject({
          id, name: z.string().optional(), cost_per_hour: numeric.optional(), amount: numeric.optional(), calendar: id.optional(),
        }),
      ),
    }),
  ),
  resource_calendars: z.array(z.looseObject({ id, name: z.string().optional(), time_periods: z.array(periodSchema) })),
  task_resource_distribution: z.array(z.looseObject({ task_id: id, resources: z.array(z.looseObject({ resource_id: id, ...distribution })).min(1) })),
  arrival_time_distribution: distributionSchema,
  arrival_time_calendar: z.array(periodSchema).optional(),
  gateway_branching_probabilities: z.array(
    z.looseObject({ gateway_id: id, probabilities: z.array(z.looseObject({ path_id: id, value: numeric.optional(), condition_id: id.optional() })) }),
  ),
  event_distribution: z.array(z.looseObject({ event_id: id, ...distribution })).optional(),
  batch_processing: z.array(
    z.looseObject({
      task_id: id,
      type: z.string(),
      batch_frequency: numeric.optional(),
      size_distrib: z.array(z.looseObject({ key: numeric, value: numeric })).optional(),
      duration_distrib: z.array(z.looseObject({ key: numeric, value: numeric })).optional(),
      firing_rules: z.array(z.array(z.looseObject({ attribute: z.string(), comparison: z.string(), value: z.union([numeric, z.string()]) }))).optional(),
    }),
  ).optional(),
  case_attributes: z.array(attributeSchema).optional(),
  global_attributes: z.array(attributeSchema).optional(),
  event_attributes: z.array(z.looseObject({ event_id: id, attributes: z.array(attributeSchema) })).optional(),
  branch_rules: z.array(z.looseObject({ id, rules: rulesSchema })).optional(),
  prioritisation_rules: z.array(z.looseObject({ priority_level: numeric, rules: rulesSchema })).optional(),
  multitask: z.looseObject({
    values: z.array(
      z.looseObject({ resource_id: id, multitask_info: z.array(z.looseObject({ parallel_tasks: numeric, probability: numeric })).optional() }),
    ).optional(),
  }).optional(),
  model_type: z.string().optional(),
  start_time: z.string().optional(),
  total_cases: numeric.optional(),
});
export type Parameters = z.infer<typeof parametersSchema>;
export type RawDistribution = z.infer<typeof distributionSchema>;
export type RawPeriod = z.infer<typeof periodSchema>;
export type RawAttribute = z.infer<typeof attributeSchema>;
export type RawRules = z.infer<typeof rulesSchema>;

export const choicesSchema = choices;
export const valueDistributionSchema = distributionSchema;
