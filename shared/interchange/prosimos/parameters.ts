import { fieldName, issueReason } from '../../document/model/issues.ts';
import { message } from '../../language/message.ts';
import { Refusal } from './refusal.ts';
import { parametersSchema, type Parameters, type RawDistribution } from './schema.ts';

/**
 * How the numbers of a distribution are to be read: `scipy` location and scale without bounds (2022), `bounded` the same
 * with bounds behind (until May 2023), `moments` mean and variance with bounds (since June 2023).
 */
export type Dialect = 'scipy' | 'bounded' | 'moments';

export interface ReadParameters {
  readonly parameters: Parameters;
  readonly dialect: Dialect;
}

type Table = Record<string, unknown>;
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a parsed JSON value looks like a Prosimos parameter file. */
export const looksLikeParameters = (value: unknown): boolean => isTable(value) && 'resource_profiles' in value && 'task_resource_distribution' in value;

/** Reads the text of a parameter file in any of its dialects. Throws a refusal where a field is missing or malformed. */
export function readParameters(text: string, file: string): ReadParameters {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal(message('interchange.notJson', { file }));
  }
  if (!looksLikeParameters(json)) throw new Refusal(message('interchange.notParameters', { file }));
  const table = json as Table;
  const dictionaries = isTable(table['resource_profiles']) || isTable(table['task_resource_distribution']);
  const parsed = parametersSchema.safeParse(dictionaries ? listed(table) : table, { reportInput: true });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Refusal(
      issue === undefined
        ? message('interchange.notParameters', { file })
        : message('interchange.parameterField', { file, field: fieldName(issue.path), reason: issueReason(issue) }),
    );
  }
  return { parameters: parsed.data, dialect: dictionaries ? 'scipy' : dialectOf(parsed.data, file) };
}

/** The dictionaries of the oldest dialect as lists; calendars are named after the resource that keeps them. */
function listed(table: Table): Table {
  const entries = (value: unknown): [string, unknown][] => (isTable(value) ? Object.entries(value) : []);
  const keep = (key: string, convert: (value: unknown) => unknown): Table => (isTable(table[key]) ? { [key]: convert(table[key]) } : {});
  return {
    ...table,
    ...keep('resource_profiles', (value) =>
      entries(value).map(([id, profile]) => {
        const plain = isTable(profile) ? profile : {};
        const list = Array.isArray(plain['resource_list']) ? plain['resource_list'] : [];
        return { ...plain, id, resource_list: list.map((resource) => (isTable(resource) ? { calendar: resource['id'], ...resource } : resource)) };
      })),
    ...keep('resource_calendars', (value) => entries(value).map(([id, periods]) => ({ id, time_periods: periods }))),
    ...keep('gateway_branching_probabilities', (value) =>
      entries(value).map(([gateway, paths]) => ({ gateway_id: gateway, probabilities: entries(paths).map(([path, share]) => ({ path_id: path, value: share })) }))),
    ...keep('task_resource_distribution', (value) =>
      entries(value).map(([task, resources]) => ({
        task_id: task,
        resources: entries(resources).map(([resource, distribution]) => ({ ...(isTable(distribution) ? distribution : {}), resource_id: resource })),
      }))),
    ...keep('event_distribution', (value) => entries(value).map(([event, distribution]) => ({ ...(isTable(distribution) ? distribution : {}), event_id: event }))),
  };
}

/** Numbers per distribution by which the two list dialects differ. */
const marks: readonly (readonly [name: string, count: number, dialect: Dialect])[] = [
  ['expon', 4, 'bounded'], ['uniform', 4, 'bounded'], ['lognorm', 5, 'bounded'], ['gamma', 5, 'bounded'], ['triang', 5, 'bounded'], ['exponnorm', 5, 'bounded'],
  ['expon', 3, 'moments'], ['uniform', 2, 'moments'], ['lognorm', 4, 'moments'], ['gamma', 4, 'moments'],
];

function dialectOf(parameters: Parameters, file: string): Dialect {
  const all: RawDistribution[] = [
    parameters.arrival_time_distribution,
    ...(parameters.event_distribution ?? []),
    ...parameters.task_resource_distribution.flatMap((task) => task.resources),
  ];
  const seen = new Set<Dialect>();
  for (const { distribution_name: name, distribution_params: numbers } of all) {
    const mark = marks.find(([marked, count]) => marked === name && count === numbers?.length);
    if (mark !== undefined) seen.add(mark[2]);
  }
  if (seen.size > 1) throw new Refusal(message('interchange.mixedDialects', { file }));
  return seen.has('bounded') ? 'bounded' : 'moments';
}
