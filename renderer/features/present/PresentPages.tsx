import { Maximize2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { deckPageNames, deckPages } from '../../../shared/report/deck/deck.ts';
import { decidedScenario, documentDeck } from '../../../shared/report/deck/document-deck.ts';
import { useTab } from '../../hooks/use-window.ts';
import { command, stopPresenting } from '../../store/edit.ts';
import { deckEvidence } from '../../store/evidence.ts';
import { state } from '../../store/window-store.ts';
import { today } from '../../store/today.ts';
import type { DocumentTab } from '../../store/state.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { ScenePicture } from '../../ui/ScenePicture.tsx';
import { toggleFullScreen, useFullScreenEnd } from './full-screen.ts';
import { TypedOnPage } from './TypedOnPage.tsx';

const last = deckPages.length - 1;
const forward = new Set(['ArrowRight', 'ArrowDown', 'PageDown']);
const back = new Set(['ArrowLeft', 'ArrowUp', 'PageUp']);
/** A click in this share of the page's left goes back, any other one on. */
const backShare = 0.25;

/** Costs and names stay in the house on a wall too: the pages are those that an export gives. */
const include = { costs: false, names: false } as const;

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/** Which page a key leads to; undefined where it means something else. */
function pageByKey(key: string, page: number): number | undefined {
  if (forward.has(key)) return Math.min(page + 1, last);
  if (back.has(key)) return Math.max(page - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}

/** Present: six pages over the whole window, moved by arrows and clicks; F gives them the whole screen, Esc leaves to where they were asked for. */
export function PresentPages(): ReactNode {
  const tab = useTab((one) => one);
  return tab === undefined ? null : <Pages key={tab.id} tab={tab} />;
}

function Pages({ tab }: { readonly tab: DocumentTab }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const [page, setPage] = useState(0);
  const stage = useRef<HTMLDivElement>(null);
  const typing = useRef(false);
  const { history, scenario, runs } = tab;
  const evidence = useMemo(() => deckEvidence({ history, scenario, runs }, locale), [history, scenario, runs, locale]);
  const scenes = useMemo(() => documentDeck(history.document, evidence, locale, { date: today(), include }), [history, evidence, locale]);

  useEffect(() => stage.current?.focus(), []);
  useFullScreenEnd();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || state().dialog !== undefined) return;
      if (event.key === 'F11' || event.key.toLowerCase() === 'f') {
        event.preventDefault();
        event.stopPropagation();
        toggleFullScreen();
        return;
      }
      const onButton = event.target instanceof HTMLButtonElement;
      const to = !onButton && (event.key === ' ' || event.key === 'Enter') ? Math.min(page + 1, last) : pageByKey(event.key, page);
      if (to === undefined && event.key !== 'Escape') return;
      event.preventDefault();
      if (to === undefined) stopPresenting();
      else setPage(to);
    };
    // Before the window's own keys hear it: an arrow turns a page here.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [page]);

  const turn = (event: MouseEvent<HTMLDivElement>): void => {
    // The click that leaves a field only leaves it.
    if (typing.current || (event.target instanceof Element && event.target.closest('button, textarea') !== null)) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setPage((now) => (event.clientX < left + width * backShare ? Math.max(now - 1, 0) : Math.min(now + 1, last)));
  };

  const name = deckPages[page] ?? 'question';
  const scene = scenes[page];
  const decided = decidedScenario(evidence);
  return (
    <main className="present">
      <div
        ref={stage}
        tabIndex={-1}
        className="present-stage"
        data-page={name}
        onMouseDown={() => {
          typing.current = isTyping(document.activeElement);
        }}
        onClick={turn}
      >
        {scene === undefined ? null : <ScenePicture scene={scene} fluid />}
        {name === 'question' ? (
          <TypedOnPage
            place="question" label={say('report.deck.question')} placeholder={say('report.deck.needsQuestion')} value={history.document.settings.purpose ?? ''}
            onCommit={(text) => command({ type: 'settings.edit', ...(text === '' ? { clear: ['purpose'] } : { set: { purpose: text } }) })}
          />
        ) : null}
        {name === 'decision' ? (
          <TypedOnPage
            place="decision" label={say('report.deck.decisionAsked')} placeholder={say('report.deck.needsDecision')} value={history.document.scenarios[decided]?.reason ?? ''}
            onCommit={(text) => command({ type: 'scenario.edit', scenario: decided, ...(text === '' ? { clear: ['reason'] } : { set: { reason: text } }) })}
          />
        ) : null}
        <nav className="present-dots" aria-label={say('results.present.pages')}>
          {deckPages.map((one, at) => (
            <button key={one} type="button" aria-label={say('results.present.page', { page: at + 1, pages: deckPages.length, name: say(deckPageNames[one]) })} aria-current={at === page ? 'page' : undefined} onClick={() => setPage(at)} />
          ))}
        </nav>
        <div className="present-leave">
          <IconButton label={say('results.present.fullScreen')} keys="F" side="left" onClick={toggleFullScreen}><Maximize2 size={17} /></IconButton>
          <IconButton label={say('results.present.leave')} keys="Esc" side="left" onClick={stopPresenting}><X size={18} /></IconButton>
        </div>
      </div>
      <p role="status" className="visually-hidden">{say('results.present.page', { page: page + 1, pages: deckPages.length, name: say(deckPageNames[name]) })}</p>
    </main>
  );
}
