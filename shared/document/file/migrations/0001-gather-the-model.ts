import { modelTables } from '../../model/model.ts';
import type { Migration } from './migration.ts';

/** Version 1 kept the model's tables beside title and scenarios, scenarios as a list; version 2 gathers tables in `model` and keys rows by id. */
export const gatherTheModel: Migration = {
  from: 1,
  migrate: (document) => {
    const tables: readonly string[] = modelTables;
    const model: Record<string, unknown> = Object.fromEntries(modelTables.map((table) => [table, document[table] ?? {}]));
    const rest = Object.fromEntries(Object.entries(document).filter(([key]) => !tables.includes(key)));
    const today = { id: 'today', name: 'Today', changes: [], status: 'inPlace' };
    const scenarios = byId(document['scenarios']);
    return {
      runSettings: {},
      ...rest,
      version: 2,
      model,
      scenarios: { ...(scenarios['today'] === undefined && { today }), ...scenarios },
      comments: byId(document['comments']),
      versions: byId(document['versions']),
    };
  },
};

function byId(rows: unknown): Record<string, unknown> {
  if (!Array.isArray(rows)) return typeof rows === 'object' && rows !== null ? { ...rows } : {};
  return Object.fromEntries(rows.filter((row) => typeof row === 'object' && row !== null).map((row: object) => [String(Reflect.get(row, 'id')), row]));
}
