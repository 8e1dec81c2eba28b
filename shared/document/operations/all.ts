import { message, type Message } from '../../language/message.ts';
import { fail, type Outcome, succeed } from '../../language/outcome.ts';
import { z } from '../../language/zod.ts';
import type { ElementId } from '../model/fields.ts';
import { issueField, issueReason } from '../model/issues.ts';
import { type Model, modelTables } from '../model/model.ts';
import { isThere, referencesOfElement } from '../model/references.ts';
import { type Patch, produceWithPatches } from './applying.ts';
import { demandScale, demandSet, demandSetPriority } from './change/demand-changes.ts';
import { flowTriage } from './change/flow-triage.ts';
import { handoffRemove, handoffSetBatch, handoffSetCadence, handoffSetChannel, handoffSetTerm, systemsIntegrate } from './change/handoff-changes.ts';
import { approvalSetWhen, deciderAssign, ownerAssign, stepAutomate, stepReassign, stepScaleDuration, stepSetDuration } from './change/step-changes.ts';
import { stepEliminate } from './change/step-eliminate.ts';
import { stepKnockOut } from './change/step-knock-out.ts';
import { stepMerge } from './change/step-merge.ts';
import { stepParallelise } from './change/step-parallelise.ts';
import { stepReorder } from './change/step-reorder.ts';
import { stepSplit } from './change/step-split.ts';
import {
  interruptRemove, interruptSet, partySetTerm, stepCrossTrain, teamProtect, teamSetCalendar, teamSetCapacity, teamSetDiscipline, teamSetWipLimit,
} from './change/team-changes.ts';
import { flowConnect } from './flow/flow-connect.ts';
import { flowEdit } from './flow/flow-edit.ts';
import { flowReconnect } from './flow/flow-reconnect.ts';
import { flowRemove } from './flow/flow-remove.ts';
import { flowReroute } from './flow/flow-reroute.ts';
import { handoffEdit } from './flow/handoff-edit.ts';
import { laneAdd } from './lane/lane-add.ts';
import { laneCollapse } from './lane/lane-collapse.ts';
import { laneNest } from './lane/lane-nest.ts';
import { laneOwnWork } from './lane/lane-own-work.ts';
import { laneRemove } from './lane/lane-remove.ts';
import { laneReorder } from './lane/lane-reorder.ts';
import { laneResize } from './lane/lane-resize.ts';
import { nodeAdd } from './node/node-add.ts';
import { nodeEdit } from './node/node-edit.ts';
import { nodeInsert } from './node/node-insert.ts';
import { nodeMove } from './node/node-move.ts';
import { nodeRemove } from './node/node-remove.ts';
import { nodeReparent } from './node/node-reparent.ts';
import { nodeReplace } from './node/node-replace.ts';
import { nodeResize } from './node/node-resize.ts';
import type { AnyOperationKind, PayloadOf } from './operation-kind.ts';
import { fragmentPaste } from './page/fragment-paste.ts';
import { layoutTidy } from './page/layout-tidy.ts';
import { partyAdd } from './party/party-add.ts';
import { partyEdit } from './party/party-edit.ts';
import { partyRemove } from './party/party-remove.ts';
import { processAdd } from './process/process-add.ts';
import { processEdit } from './process/process-edit.ts';
import { processOrient } from './process/process-orient.ts';
import { processRemove } from './process/process-remove.ts';
import { calendarAdd, calendarEdit, calendarRemove } from './table/calendar.ts';
import { dataObjectAdd, dataObjectEdit, dataObjectRemove } from './table/data-object.ts';
import { demandClassAdd, demandClassEdit, demandClassRemove } from './table/demand-class.ts';
import { outcomeAdd, outcomeEdit, outcomeRemove } from './table/outcome.ts';
import { personAdd, personEdit, personRemove } from './table/person.ts';
import { systemAdd, systemEdit, systemRemove } from './table/system.ts';
import { teamAdd, teamEdit, teamRemove } from './table/team.ts';

const kinds = [
  processAdd, processEdit, processRemove, processOrient,
  laneAdd, laneReorder, laneResize, laneNest, laneCollapse, laneOwnWork, laneRemove,
  partyAdd, partyEdit, partyRemove,
  nodeAdd, nodeEdit, nodeMove, nodeResize, nodeRemove, nodeReplace, nodeReparent, nodeInsert,
  flowConnect, flowEdit, flowReconnect, flowReroute, flowRemove, handoffEdit,
  teamAdd, teamEdit, teamRemove,
  personAdd, personEdit, personRemove,
  calendarAdd, calendarEdit, calendarRemove,
  systemAdd, systemEdit, systemRemove,
  dataObjectAdd, dataObjectEdit, dataObjectRemove,
  outcomeAdd, outcomeEdit, outcomeRemove,
  demandClassAdd, demandClassEdit, demandClassRemove,
  fragmentPaste, layoutTidy,
  teamSetCapacity, teamSetCalendar, teamSetDiscipline, teamSetWipLimit, teamProtect, interruptSet, interruptRemove, stepCrossTrain, partySetTerm,
  stepSetDuration, stepScaleDuration, stepAutomate, stepReassign, approvalSetWhen, deciderAssign, ownerAssign,
  stepEliminate, stepMerge, stepSplit, stepReorder, stepParallelise, flowTriage, stepKnockOut,
  handoffRemove, handoffSetBatch, handoffSetCadence, handoffSetChannel, handoffSetTerm, systemsIntegrate,
  demandSet, demandScale, demandSetPriority,
] as const;

/** Any change to a model, as plain data: told apart by `type`. */
export type Operation = PayloadOf<(typeof kinds)[number]>;
export type OperationType = Operation['type'];
export type OperationOf<T extends OperationType> = Extract<Operation, { type: T }>;

const byType = new Map<string, AnyOperationKind>(kinds.map((kind) => [kind.schema.shape.type.value, kind]));

/** Every type of operation, for tests and palettes. */
export const operationTypes = [...byType.keys()] as readonly OperationType[];

const schemas = kinds.map((kind) => kind.schema) as unknown as readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

/** The closed union of operations, for reading them from files, journals and other threads. */
export const operationSchema = z.discriminatedUnion('type', schemas) as unknown as OperationSchema;
export interface OperationSchema extends z.ZodType<Operation> {}

/** A model after an operation, with what changed and how to take it back. */
export interface Applied {
  readonly model: Model;
  readonly patches: Patch[];
  readonly inverse: Patch[];
}

/** Applies one operation to a model. The failure says in one sentence why the model cannot take it; the model itself is never changed. */
export function applyOperation(model: Model, operation: Operation): Outcome<Applied> {
  const kind = kindOf(operation);
  const parsed = kind.schema.safeParse(operation, { reportInput: true });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const values = issue === undefined ? {} : { field: issueField(issue), reason: issueReason(issue) };
    return fail('operation-invalid', message('document.refused.payload', values));
  }
  const refusal = kind.refuses?.(operation, model);
  if (refusal !== undefined) return fail('operation-refused', refusal, elementOf(kind, operation));
  const [after, patches, inverse] = produceWithPatches(model, (draft) => {
    kind.apply(draft, copyOf(operation));
  });
  const dangling = danglingAfter(after, patches);
  return dangling === undefined ? succeed({ model: after, patches, inverse }) : fail('operation-refused', message('document.refused.gone', { element: dangling }));
}

/** What an element that was changed names without it being there: fields of any kind may hold references. */
function danglingAfter(model: Model, patches: readonly Patch[]): ElementId | undefined {
  const changed = new Map(patches.map(({ path: [table, id] }) => [`${table} ${id}`, { table: modelTables.find((name) => name === table), id: String(id) }]));
  for (const { table, id } of changed.values()) {
    if (table === undefined) continue;
    const lost = referencesOfElement(model, table, id).find((reference) => !isThere(model, reference));
    if (lost !== undefined) return lost.target;
  }
  return undefined;
}

/** What an operation does, for people. `before` is the model in front of it. */
export const sentenceOf = (operation: Operation, before: Model): Message => kindOf(operation).sentence(operation, before);

/** The elements that an operation is about. */
export const touchedBy = (operation: Operation): readonly ElementId[] => kindOf(operation).touches(operation);

/** Operations with equal keys supersede each other; undefined where each stands alone. */
export const mergeKeyOf = (operation: Operation): string | undefined => kindOf(operation).mergeKey?.(operation);

function kindOf(operation: Operation): AnyOperationKind {
  const kind = byType.get(operation.type);
  if (kind === undefined) throw new Error(`Unknown operation ${operation.type}`);
  return kind;
}

function elementOf(kind: AnyOperationKind, operation: Operation): { element?: string } {
  const element = kind.touches(operation)[0];
  return element === undefined ? {} : { element };
}

/** Later drafts may change what an operation brought in; the operation itself must stay as it was. */
const copyOf = (operation: Operation): Operation => JSON.parse(JSON.stringify(operation)) as Operation;
