import { startTransition, useEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { startHistory } from '../../shared/document/editing/history.ts';
import { parseDocument } from '../../shared/document/file/parse.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import { examples } from '../../shared/examples/examples.ts';
import { StoreContext } from '../hooks/use-window.ts';
import { submitJob } from '../host/jobs.ts';
import { tabOf } from '../store/tabs.ts';
import { localeOf, state, windowStore } from '../store/window-store.ts';
import { LocaleProvider } from '../ui/locale.tsx';
import { TipProvider } from '../ui/Tip.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';
import { Workspace } from './Workspace.tsx';

/** A window that is not shown or has no rest goes on after this, in ms. */
const longestWait = 500;

const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: longestWait }));

const onStartScreen = (): boolean => state().active === undefined;

/** Tells that everything in it stands, effects included. */
function Stands({ told, children }: { readonly told: () => void; readonly children: ReactNode }): ReactNode {
  useEffect(told, [told]);
  return children;
}

/**
 * Draws a document as it is drawn when it is opened, but where nobody sees, hears or reaches it, and from a store of its
 * own: the window's state knows nothing of it. Ends once it stands, or at once when a person opens something.
 */
const drawUnseen = (document: Document): Promise<void> =>
  new Promise((resolve) => {
    const tab = tabOf(startHistory(document), { name: document.settings.title });
    const settings = { ...state().settings, hints: false };
    const store = createStore(() => ({ ...state(), settings, tabs: [tab], active: tab.id }));
    const place = window.document.createElement('div');
    place.className = 'rehearsal';
    place.inert = true;
    window.document.body.append(place);
    const root = createRoot(place);
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      leave();
      root.unmount();
      place.remove();
      resolve();
    };
    const leave = windowStore.subscribe(() => {
      // Not within the change itself: others have yet to hear of it.
      if (!onStartScreen()) queueMicrotask(end);
    });
    // A transition is drawn in small pieces: keys and clicks come between them.
    startTransition(() =>
      root.render(
        <StoreContext value={store}>
          <LocaleProvider locale={localeOf(state())}>
            <TipProvider>
              <Stands told={() => void idle().then(end)}>
                <div className="window">
                  <TopBar />
                  <Workspace />
                  <StatusLine />
                </div>
              </Stands>
            </TipProvider>
          </LocaleProvider>
        </StoreContext>,
      ),
    );
  });

/** Has the thread of the jobs write a document as a BPMN file and read it again. */
async function importUnseen(document: Document): Promise<void> {
  const written = await submitJob({
    type: 'export', document, format: 'bpmn', what: 'diagram', locale: localeOf(state()), theme: 'light', paper: 'A4', scale: 1, date: '', include: { costs: false, names: false, comments: false },
  }).outcome;
  if (written.ok && onStartScreen()) await submitJob({ type: 'import', locale: localeOf(state()), files: [{ name: 'rehearsal.bpmn', bytes: written.value.bytes }] }).outcome;
}

/**
 * While the start screen stands idle, what opening a document takes is done with the examples: program that has run once
 * runs faster, and a person's first document then appears as quickly as the second. Nothing of it stays.
 */
export async function rehearse(): Promise<void> {
  for (const { id, text } of examples) {
    await idle();
    if (!onStartScreen()) return;
    const read = parseDocument(text, id);
    if (read.ok) await Promise.all([drawUnseen(read.value), importUnseen(read.value)]);
  }
}
