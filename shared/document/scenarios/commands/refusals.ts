import { message, type Message } from '../../../language/message.ts';
import type { ElementId } from '../../model/fields.ts';
import { type Document, todayId } from '../document.ts';

export const mustHaveScenario = (document: Document, id: ElementId): Message | undefined =>
  Object.hasOwn(document.scenarios, id) ? undefined : message('document.refused.noScenario', { scenario: id });

export const mustNotBeBase = (id: ElementId): Message | undefined => (id === todayId ? message('document.refused.base') : undefined);

export const mustHaveChange = (document: Document, scenario: ElementId, change: ElementId): Message | undefined =>
  mustHaveScenario(document, scenario) ??
  (document.scenarios[scenario]?.changes.some((other) => other.id === change) === true ? undefined : message('document.refused.noChange', { change }));

export const mustBeFreeIn = (rows: Readonly<Record<string, unknown>>, id: ElementId): Message | undefined =>
  Object.hasOwn(rows, id) ? message('document.refused.taken', { id }) : undefined;
