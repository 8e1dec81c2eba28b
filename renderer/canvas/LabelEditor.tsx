import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Box } from '../../shared/drawing/scene.ts';
import { useSay } from '../ui/locale.tsx';
import { OnPage } from './OnPage.tsx';
import { matchingLanes, readTypedName } from './typed-names.ts';

export interface LabelEditorProps {
  readonly box: Box;
  readonly look: 'step' | 'beside' | 'lane';
  readonly text: string;
  /** Names of the lanes that `@` offers; empty where it means nothing. */
  readonly lanes: readonly string[];
  readonly placeholder: string;
  /** `next` when the person went on with Enter. */
  readonly onDone: (text: string, next: boolean) => void;
  readonly onCancel: () => void;
}

/** The name of something, typed where it stands. Enter goes on, Esc takes it back, `@` offers the lanes. */
export function LabelEditor({ box, look, text, lanes, placeholder, onDone, onCancel }: LabelEditorProps): ReactNode {
  const say = useSay();
  const [draft, setDraft] = useState(text);
  const [picked, setPicked] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);
  const wish = lanes.length === 0 ? undefined : readTypedName(draft).lane;
  const offers = useMemo(() => (wish === undefined ? [] : matchingLanes(lanes.map((name) => ({ name })), wish).slice(0, 8)), [wish, lanes]);

  useLayoutEffect(() => {
    const input = field.current;
    if (input === null) return;
    input.focus({ preventScroll: true });
    input.select();
  }, []);

  const finish = (value: string, next: boolean): void => {
    if (over.current) return;
    over.current = true;
    onDone(value, next);
  };
  const take = (lane: string): string => {
    const { name } = readTypedName(draft);
    return `${name} @${lane}`;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const offer = offers[picked] ?? offers[0];
      finish(offer === undefined || wish === '' ? draft : take(offer.name), true);
    } else if (event.key === 'Escape') {
      over.current = true;
      onCancel();
    } else if (event.key === 'Tab' && offers.length > 0) {
      event.preventDefault();
      const offer = offers[picked] ?? offers[0];
      if (offer !== undefined) setDraft(take(offer.name));
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && offers.length > 0) {
      event.preventDefault();
      setPicked((now) => (now + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length);
    }
  };
  const place = look === 'beside'
    ? { left: box.x + box.width / 2 - 72, top: box.y + box.height + 2, width: 144, height: 40 }
    : { left: box.x, top: box.y, width: Math.max(120, box.width), height: box.height };
  return (
    <OnPage>
      <div className="label-editor nodrag nopan nowheel" data-look={look} style={place}>
        <textarea
          ref={field}
          aria-label={say('canvas.name')}
          value={draft}
          placeholder={placeholder}
          rows={2}
          spellCheck={false}
          onChange={(event) => {
            setDraft(event.target.value.replace(/\n/g, ' '));
            setPicked(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => finish(draft, false)}
        />
        {offers.length === 0 ? null : (
          <ul className="lane-offers popup" role="listbox" aria-label={say('canvas.lanes')}>
            {offers.map(({ name }, index) => (
              <li
                key={name}
                role="option"
                aria-selected={index === picked}
                className="menu-item"
                data-selected={index === picked}
                onPointerDown={(event) => {
                  event.preventDefault();
                  setDraft(take(name));
                }}
              >
                {name}
              </li>
            ))}
          </ul>
        )}
      </div>
    </OnPage>
  );
}
