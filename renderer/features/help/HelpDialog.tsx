import { useState, type ReactNode } from 'react';
import { acceleratorOf } from '../../../shared/contract/commands.ts';
import { help as german } from '../../../shared/language/catalogue/de/help.ts';
import { help as english, type HelpTopic } from '../../../shared/language/catalogue/en/help.ts';
import { commandTable } from '../../commands/table.ts';
import { useWindow } from '../../hooks/use-window.ts';
import type { DialogRequest } from '../../store/state.ts';
import { setState } from '../../store/window-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { shownKeys } from '../../ui/Key.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { topicGroups } from './topics.ts';
import { topicHere } from './topic-here.ts';

/** Offline help with a search, open at the topic of what had the focus or is selected. */
export function HelpDialog({ back }: { readonly back: DialogRequest | undefined }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const keys = useWindow((all) => all.settings.keys);
  const [shown, setShown] = useState<HelpTopic>(() => topicHere(say, back));
  const [search, setSearch] = useState('');
  const pages = locale === 'de' ? german : english;
  const wanted = search.trim().toLowerCase();
  const found = (one: HelpTopic): boolean => wanted === '' || [pages[one].title, ...pages[one].text].some((text) => text.toLowerCase().includes(wanted));
  const groups = topicGroups.map(({ title, topics }) => ({ title, topics: topics.filter(found) })).filter(({ topics }) => topics.length > 0);
  const all = groups.flatMap(({ topics }) => topics);
  const current = all.includes(shown) ? shown : (all[0] ?? shown);

  /** A command in the text: its key, or its name where it has none. */
  const withKeys = (text: string): string =>
    text.replaceAll(/\[([\w.]+)\]/g, (whole, id: string) => {
      const command = commandTable().get(id);
      if (command === undefined) return whole;
      const accelerator = acceleratorOf(command, keys);
      return accelerator === undefined ? say(command.label) : shownKeys(accelerator);
    });

  return (
    <Dialog open onClose={() => setState({ dialog: back })} size="broad" title={say('files.help')}>
      <div className="help">
        <nav className="help-topics" aria-label={say('files.helpTopics')}>
          <input className="input" type="search" autoFocus aria-label={say('files.findHelp')} placeholder={say('files.findHelp')} value={search} onChange={(event) => setSearch(event.target.value)} />
          <div className="help-list">
            {groups.length === 0 ? <p className="muted">{say('canvas.nothingFound')}</p> : groups.map(({ title, topics }) => (
              <section key={title}>
                <h3>{say(title)}</h3>
                <ul>
                  {topics.map((one) => (
                    <li key={one}><button type="button" className="menu-item" aria-current={one === current ? 'page' : undefined} onClick={() => setShown(one)}><span className="menu-label">{pages[one].title}</span></button></li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </nav>
        <article className="help-page selectable" data-topic={current} tabIndex={0} aria-live="polite">
          <h2>{pages[current].title}</h2>
          {pages[current].text.map((paragraph) => <p key={paragraph}>{withKeys(paragraph)}</p>)}
        </article>
      </div>
    </Dialog>
  );
}
