import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { documentSettingsSchema, runSettingsSchema } from '../../model/settings.ts';
import { changeFields, fieldsOfChange, refusesChange } from '../../operations/edit-fields.ts';
import { fieldWords } from '../../operations/field-words.ts';
import { commentSchema, documentSchema, namedVersionSchema } from '../document.ts';
import { defineCommand } from './command-kind.ts';
import { mustBeFreeIn } from './refusals.ts';

const clear = z.array(z.string()).optional();

/** Title, author, currency and the like. */
export const settingsEdit = defineCommand({
  schema: entity({ type: z.literal('settings.edit'), set: documentSettingsSchema.partial().optional(), clear }),
  apply: (draft, payload) => changeFields(draft.settings, payload),
  sentence: (payload) => message('document.did.settings', { fields: fieldWords(payload) }),
  refuses: (payload, before) => refusesChange(documentSettingsSchema, before.model, before.settings.title, before.settings, payload),
  mergeKey: (payload) => `settings.edit ${fieldsOfChange(payload).join()}`,
});

/** How the simulation runs. */
export const runSettingsEdit = defineCommand({
  schema: entity({ type: z.literal('runSettings.edit'), set: runSettingsSchema.partial().optional(), clear }),
  apply: (draft, payload) => changeFields(draft.runSettings, payload),
  sentence: (payload) => message('document.did.runSettings', { fields: fieldWords(payload) }),
  refuses: (payload, before) => refusesChange(runSettingsSchema, before.model, before.settings.title, before.runSettings, payload),
  mergeKey: (payload) => `runSettings.edit ${fieldsOfChange(payload).join()}`,
});

export const commentAdd = defineCommand({
  schema: entity({ type: z.literal('comment.add'), comment: commentSchema }),
  apply: (draft, { comment }) => {
    draft.comments[comment.id] = comment;
  },
  sentence: () => message('document.did.comment'),
  refuses: ({ comment }, before) => mustBeFreeIn(before.comments, comment.id),
});

export const commentEdit = defineCommand({
  schema: entity({ type: z.literal('comment.edit'), comment: idSchema, set: commentSchema.omit({ id: true }).partial().optional(), clear }),
  apply: (draft, payload) => {
    const comment = draft.comments[payload.comment];
    if (comment !== undefined) changeFields(comment, payload);
  },
  sentence: () => message('document.did.commentEdit'),
  refuses: (payload, before) => refusesChange(commentSchema, before.model, payload.comment, before.comments[payload.comment], payload),
  mergeKey: (payload) => `comment.edit ${payload.comment} ${fieldsOfChange(payload).join()}`,
});

export const commentRemove = defineCommand({
  schema: entity({ type: z.literal('comment.remove'), comment: idSchema }),
  apply: (draft, { comment }) => {
    delete draft.comments[comment];
  },
  sentence: () => message('document.did.commentRemove'),
});

/** Keeps today's model under a name. */
export const versionAdd = defineCommand({
  schema: entity({ type: z.literal('version.add'), version: namedVersionSchema.omit({ model: true }) }),
  apply: (draft, { version }, before) => {
    draft.versions[version.id] = { ...version, model: before.model };
  },
  sentence: ({ version }) => message('document.did.version', { name: version.name }),
  refuses: ({ version }, before) => mustBeFreeIn(before.versions, version.id),
});

export const versionRemove = defineCommand({
  schema: entity({ type: z.literal('version.remove'), version: idSchema }),
  apply: (draft, { version }) => {
    delete draft.versions[version];
  },
  sentence: ({ version }, before) => message('document.did.remove', { element: before.versions[version]?.name ?? version }),
});

/** Makes a named version today's model again; what is there now can be had back by undo. */
export const versionRestore = defineCommand({
  schema: entity({ type: z.literal('version.restore'), version: idSchema }),
  apply: (draft, { version }, before) => {
    const found = before.versions[version];
    if (found !== undefined) draft.model = found.model;
  },
  sentence: ({ version }, before) => message('document.did.versionRestore', { name: before.versions[version]?.name ?? version }),
  refuses: ({ version }, before) => (Object.hasOwn(before.versions, version) ? undefined : message('document.refused.gone', { element: version })),
});

/** Puts another state of the document in its place, whole: an earlier one, or what somebody else saved. `from` names it for people. */
export const documentReplace = defineCommand({
  schema: entity({ type: z.literal('document.replace'), document: documentSchema, from: z.string() }),
  apply: (draft, { document }) => {
    Object.assign(draft, document);
  },
  sentence: ({ from }) => message('document.did.versionRestore', { name: from }),
});
