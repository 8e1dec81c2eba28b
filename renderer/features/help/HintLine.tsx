import { Lightbulb, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { acceleratorOf } from '../../../shared/contract/commands.ts';
import { commandTable } from '../../commands/table.ts';
import { useTab, useWindow } from '../../hooks/use-window.ts';
import { changeSettings } from '../../store/settings.ts';
import { state } from '../../store/window-store.ts';
import { shownKeys } from '../../ui/Key.tsx';
import { useSay } from '../../ui/locale.tsx';
import { hintNow } from './hints.ts';

/** How long a hint stays if nobody closes it, and how long it takes to be read, in ms. */
const longest = 30_000;
const toRead = 4_000;

function seen(id: string): void {
  const { hintsSeen } = state().settings;
  if (!hintsSeen.includes(id)) changeSettings({ hintsSeen: [...hintsSeen, id] });
}

/** A hint for this moment, in the status line: it goes when it is closed, when the moment is over, or after a while. */
export function HintLine(): ReactNode {
  const say = useSay();
  const wanted = useWindow((all) => all.settings.hints);
  const told = useWindow((all) => all.settings.hintsSeen);
  const keys = useWindow((all) => all.settings.keys);
  const hint = useTab((tab) => (wanted ? hintNow(tab, told) : undefined));
  const id = hint?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    const since = performance.now();
    const timer = setTimeout(() => seen(id), longest);
    return () => {
      clearTimeout(timer);
      // It was there to be read: once is enough.
      if (state().settings.hints && performance.now() - since > toRead) seen(id);
    };
  }, [id]);
  if (hint === undefined) return null;
  const help = commandTable().get('help.open');
  const key = help === undefined ? undefined : acceleratorOf(help, keys);
  return (
    <span className="hint-line" role="note" data-hint={hint.id}>
      <Lightbulb size={13} aria-hidden="true" />
      <span className="clip">{say(hint.text, { key: key === undefined ? say('files.help') : shownKeys(key) })}</span>
      <button type="button" aria-label={say('files.gotIt')} onClick={() => seen(hint.id)}><X size={12} /></button>
    </span>
  );
}
