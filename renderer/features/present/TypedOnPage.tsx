import { useEffect, useRef, useState, type ReactNode } from 'react';
import { slideSize } from '../../../shared/report/deck/slide.ts';
import { typedPlaces } from '../../../shared/report/deck/deck.ts';

/** Milliseconds without a key after which what was typed is kept, so that a save finds it. */
const pause = 400;

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

export interface TypedOnPageProps {
  readonly place: keyof typeof typedPlaces;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
}

/** A quiet field that lies where the page shows the same words, in the same size. Enter and Esc leave it and keep what it says. */
export function TypedOnPage({ place, label, placeholder, value, onCommit }: TypedOnPageProps): ReactNode {
  const [draft, setDraft] = useState<string>();
  const commit = useRef(onCommit);
  useEffect(() => {
    commit.current = onCommit;
  });
  const text = draft?.trim();
  useEffect(() => {
    if (text === undefined || text === value) return undefined;
    const waiting = setTimeout(() => commit.current(text), pause);
    return () => clearTimeout(waiting);
  }, [text, value]);
  const { box, size } = typedPlaces[place];
  return (
    <textarea
      className="present-typed"
      aria-label={label}
      placeholder={placeholder}
      value={draft ?? value}
      spellCheck={false}
      style={{
        left: percent(box.x, slideSize.width), top: percent(box.y, slideSize.height), width: percent(box.width, slideSize.width), height: percent(box.height, slideSize.height),
        fontSize: `${(size / slideSize.width) * 100}cqw`,
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (text !== undefined && text !== value) onCommit(text);
        setDraft(undefined);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || !(event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey))) return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}
