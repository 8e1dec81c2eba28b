import { message, type Message } from '../../../language/message.ts';
import { fail, type Outcome, succeed } from '../../../language/outcome.ts';
import { z } from '../../../language/zod.ts';
import { issueField, issueReason } from '../../model/issues.ts';
import { type Patch, produceWithPatches } from '../../operations/applying.ts';
import type { Document } from '../document.ts';
import { changeAdd, changeEdit, changeRemove, changeReorder, scenarioRebase } from './change-commands.ts';
import type { AnyCommandKind, CommandPayload } from './command-kind.ts';
import { commentAdd, commentEdit, commentRemove, documentReplace, runSettingsEdit, settingsEdit, versionAdd, versionRemove, versionRestore } from './paper-commands.ts';
import { scenarioAdd, scenarioDuplicate, scenarioEdit, scenarioPromote, scenarioRemove, scenarioStatus } from './scenario-commands.ts';

const kinds = [
  scenarioAdd, scenarioEdit, scenarioRemove, scenarioDuplicate, scenarioStatus, scenarioPromote, scenarioRebase,
  changeAdd, changeEdit, changeRemove, changeReorder,
  settingsEdit, runSettingsEdit,
  commentAdd, commentEdit, commentRemove,
  versionAdd, versionRemove, versionRestore, documentReplace,
] as const;

/** Any change to the document around its model, as plain data: told apart by `type`. */
export type DocumentCommand = CommandPayload<(typeof kinds)[number]>;
export type DocumentCommandType = DocumentCommand['type'];

const byType = new Map<string, AnyCommandKind>(kinds.map((kind) => [kind.schema.shape.type.value, kind]));

export const commandTypes = [...byType.keys()] as readonly DocumentCommandType[];

const schemas = kinds.map((kind) => kind.schema) as unknown as readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

export const commandSchema = z.discriminatedUnion('type', schemas) as unknown as z.ZodType<DocumentCommand>;

/** Carries out one command. The failure says in one sentence why it cannot be; the document itself is never changed. */
export function applyCommand(document: Document, command: DocumentCommand): Outcome<{ document: Document; patches: Patch[]; inverse: Patch[] }> {
  const kind = kindOf(command);
  const parsed = kind.schema.safeParse(command, { reportInput: true });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const values = issue === undefined ? {} : { field: issueField(issue), reason: issueReason(issue) };
    return fail('command-invalid', message('document.refused.payload', values));
  }
  const refusal = kind.refuses?.(command, document);
  if (refusal !== undefined) return fail('command-refused', refusal);
  const own = JSON.parse(JSON.stringify(command)) as DocumentCommand;
  const [after, patches, inverse] = produceWithPatches(document, (draft) => {
    kind.apply(draft, own, document);
  });
  return succeed({ document: after, patches, inverse });
}

export const sentenceOfCommand = (command: DocumentCommand, before: Document): Message => kindOf(command).sentence(command, before);

export const mergeKeyOfCommand = (command: DocumentCommand): string | undefined => kindOf(command).mergeKey?.(command);

function kindOf(command: DocumentCommand): AnyCommandKind {
  const kind = byType.get(command.type);
  if (kind === undefined) throw new Error(`Unknown command ${command.type}`);
  return kind;
}
