import { documentVersion } from '../../scenarios/document.ts';
import { gatherTheModel } from './0001-gather-the-model.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first, without a gap. */
export const migrations: readonly Migration[] = [gatherTheModel];

/** Takes unchecked data of an older version to the current one. `ran` hears of each migration. */
export function migrateDocument(document: Record<string, unknown>, version: number, ran: (from: number) => void = () => undefined): Record<string, unknown> {
  let current = document;
  for (let from = version; from < documentVersion; from += 1) {
    const migration = migrations.find((other) => other.from === from);
    if (migration === undefined) break;
    current = migration.migrate(current);
    ran(from);
  }
  return current;
}
