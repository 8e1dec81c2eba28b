import type { AnyTable } from '../../../shared/document/cells/table.ts';
import type { TableId } from '../../store/state.ts';
import { handoffsTable } from './handoffs.ts';
import { dataTable, demandTable, outcomesTable, peopleTable, systemsTable } from './others.ts';
import { stepsTable } from './steps.ts';
import { partiesTable, teamsTable } from './teams.ts';

export const tables: Readonly<Record<TableId, AnyTable>> = {
  steps: stepsTable, handoffs: handoffsTable, teams: teamsTable, parties: partiesTable, demand: demandTable,
  systems: systemsTable, data: dataTable, people: peopleTable, outcomes: outcomesTable,
};
