import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { figuresOf } from '../../../shared/report/figures.ts';
import { useEvidence, useStale } from '../../hooks/use-evidence.ts';
import { useSay } from '../../ui/locale.tsx';

/** What carries numbers of a run: nodes, badges, lines, headers of lanes, by the attribute that holds their id. */
const carriers = { 'data-badge': '[data-badge]', 'data-id': '.react-flow__node[data-id]', 'data-lane-header': '[data-lane-header]', 'data-flow': '[data-flow]' } as const;

/** How long the pointer rests before numbers come up, in ms: a pointer that passes by asks for none. */
const rest = 350;

/** Room that the card keeps to what it is about and to the edge of its place, in px. */
const gap = 8;

interface Asked {
  readonly id: string;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

function askedBy(target: EventTarget | null, stage: Element): Asked | undefined {
  if (!(target instanceof Element)) return undefined;
  for (const [attribute, selector] of Object.entries(carriers)) {
    const found = target.closest(selector);
    const id = found?.getAttribute(attribute);
    if (found === null || found === undefined || id === null || id === undefined) continue;
    const { left, top, right, bottom } = found.getBoundingClientRect();
    const at = stage.getBoundingClientRect();
    return { id, box: { left: left - at.left, top: top - at.top, right: right - at.left, bottom: bottom - at.top } };
  }
  return undefined;
}

/** Beside the element under the pointer, or with the focus: what the run found of it, and how sure that is. */
export function FiguresCard(): ReactNode {
  const say = useSay();
  const evidence = useEvidence();
  const stale = useStale();
  const anchor = useRef<HTMLSpanElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const told = useMemo(() => (evidence === undefined || asked === undefined ? [] : figuresOf(evidence, asked.id)), [evidence, asked]);

  useEffect(() => {
    const stage = anchor.current?.parentElement;
    if (stage === null || stage === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      setAsked(undefined);
    };
    const ask = (event: Event, after: number): void => {
      clearTimeout(timer);
      const next = askedBy(event.target, stage);
      if (next === undefined) setAsked(undefined);
      else timer = setTimeout(() => setAsked((now) => (now?.id === next.id ? now : next)), after);
    };
    const onOver = (event: PointerEvent): void => (event.buttons === 0 ? ask(event, rest) : hide());
    const onFocus = (event: FocusEvent): void => ask(event, 0);
    const onKey = (event: KeyboardEvent): void => (event.key === 'Escape' ? hide() : undefined);
    stage.addEventListener('pointerover', onOver);
    stage.addEventListener('pointerleave', hide);
    stage.addEventListener('pointerdown', hide);
    stage.addEventListener('wheel', hide, { passive: true });
    stage.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      stage.removeEventListener('pointerover', onOver);
      stage.removeEventListener('pointerleave', hide);
      stage.removeEventListener('pointerdown', hide);
      stage.removeEventListener('wheel', hide);
      stage.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey);
    };
  }, []);

  // Under what it is about, or over it where there is no room; its own size is known once it stands.
  useEffect(() => {
    const element = card.current;
    const stage = anchor.current?.parentElement;
    if (asked === undefined || element === null || stage === null || stage === undefined) return;
    const below = asked.box.bottom + gap;
    const top = below + element.offsetHeight <= stage.clientHeight - gap ? below : Math.max(gap, asked.box.top - gap - element.offsetHeight);
    const left = Math.max(gap, Math.min(asked.box.left, stage.clientWidth - element.offsetWidth - gap));
    element.style.transform = `translate(${left}px, ${top}px)`;
    element.style.visibility = 'visible';
  }, [asked, told]);

  return (
    <>
      <span ref={anchor} hidden />
      {told.length === 0 ? null : (
        <div ref={card} className="figures-card popup" role="tooltip" aria-live="polite" style={{ visibility: 'hidden' }}>
          {told.map(({ title, figures }, at) => (
            <table key={at} className="figures">
              <caption>{say.message(title)}</caption>
              <tbody>
                {figures.map(({ label, value, range }) => (
                  <tr key={label.id}>
                    <th scope="row">{say.message(label)}</th>
                    <td>{say.message(value)}</td>
                    <td className="muted">{range === undefined ? null : say.message(range)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
          {stale ? <p className="muted">{say('results.stale')}</p> : null}
        </div>
      )}
    </>
  );
}
