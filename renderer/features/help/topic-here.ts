import type { HelpTopic } from '../../../shared/language/catalogue/en/help.ts';
import type { MessageId } from '../../../shared/language/message.ts';
import { activeTab, modelOnCanvas } from '../../store/window-store.ts';
import type { DialogRequest } from '../../store/state.ts';
import type { Say } from '../../ui/locale.tsx';
import { topicOfElement, topicsOfLabels } from './topics.ts';

/** The topic of the form's row that has the focus, by its label. */
function topicOfField(say: Say): HelpTopic | undefined {
  const label = document.activeElement?.closest('.field')?.querySelector('.field-label')?.textContent?.trim();
  if (label === undefined || label === '') return undefined;
  return Object.entries(topicsOfLabels).find(([id]) => say(id as MessageId) === label)?.[1];
}

const topicsOfDialogs: Readonly<Partial<Record<DialogRequest['kind'], HelpTopic>>> = {
  changedOnDisk: 'saving', recovery: 'saving', close: 'saving', importReport: 'importing', export: 'exporting', print: 'printing', numbers: 'numbers', versions: 'versions', saveTemplate: 'templates',
  comments: 'comments', keys: 'keys', shortcuts: 'keys', whichMeant: 'compare',
};

/** What help is wanted on now: the field with the focus, else what is selected, else what the window is for. */
export function topicHere(say: Say, dialog: DialogRequest | undefined): HelpTopic {
  const tab = activeTab();
  if (tab === undefined) return (dialog === undefined ? undefined : topicsOfDialogs[dialog.kind]) ?? 'first';
  const [only, ...more] = tab.selection;
  const selected = only === undefined || more.length > 0 ? undefined : topicOfElement(modelOnCanvas(tab), only);
  return topicOfField(say) ?? (dialog === undefined ? undefined : topicsOfDialogs[dialog.kind]) ?? selected ?? tab.mode;
}
