import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  /** The text was there before: it is selected, and all choices are shown. */
  readonly whole: boolean;
  readonly choices: readonly string[] | undefined;
  readonly numeric: boolean;
  readonly onCommit: (text: string, then: 'stay' | 'down' | 'up' | 'next' | 'back') => void;
  readonly onCancel: () => void;
}

const listHeight = 224;

/** The field in a cell. With choices it is a combo box: typing narrows the list, the arrows move in it. */
export function CellEditor({ label, initial, whole, choices, numeric, onCommit, onCancel }: CellEditorProps): ReactNode {
  const [text, setText] = useState(initial);
  const [typed, setTyped] = useState(!whole);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const list = useId();
  const shown = choices?.filter((choice) => !typed || choice.toLowerCase().includes(text.trim().toLowerCase())) ?? [];

  useLayoutEffect(() => {
    input.current?.focus();
    if (whole) input.current?.select();
  }, [whole]);
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, list]);

  const commit = (then: Parameters<CellEditorProps['onCommit']>[1], chosen?: string): void => {
    if (done.current) return;
    done.current = true;
    onCommit(chosen ?? shown[at] ?? text, then);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const act: Readonly<Record<string, () => void>> = {
      Enter: () => commit(event.shiftKey ? 'up' : 'down'),
      Tab: () => commit(event.shiftKey ? 'back' : 'next'),
      Escape: () => {
        done.current = true;
        onCancel();
      },
      ...(shown.length === 0 ? {} : {
        ArrowDown: () => setAt((at + 1) % shown.length),
        ArrowUp: () => setAt((at + shown.length) % (shown.length + 1) - (at < 0 ? 1 : 0)),
      }),
    };
    event.stopPropagation();
    const key = act[event.key];
    if (key === undefined) return;
    event.preventDefault();
    key();
  };

  return (
    <>
      <input
        ref={input}
        className="cell-input"
        value={text}
        aria-label={label}
        data-numeric={numeric ? '' : undefined}
        spellCheck={false}
        autoComplete="off"
        {...(choices === undefined ? {} : {
          role: 'combobox', 'aria-expanded': shown.length > 0, 'aria-controls': list, 'aria-autocomplete': 'list' as const,
          ...(at < 0 ? {} : { 'aria-activedescendant': `${list}-${at}` }),
        })}
        onChange={(event) => {
          setText(event.target.value);
          setTyped(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => commit('stay')}
      />
      {shown.length === 0 ? null : (
        <Choices id={list} label={label} under={input} choices={shown} at={at} onChoose={(choice) => commit('down', choice)} />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly under: { readonly current: HTMLElement | null };
  readonly choices: readonly string[];
  readonly at: number;
  readonly onChoose: (choice: string) => void;
}

/** The list of a combo box, where there is room: under the cell or over it. */
function Choices({ id, label, under, choices, at, onChoose }: ChoicesProps): ReactNode {
  const [place, setPlace] = useState<{ readonly left: number; readonly width: number; readonly top?: number; readonly bottom?: number }>();
  useLayoutEffect(() => {
    const box = under.current?.getBoundingClientRect();
    if (box === undefined) return;
    const below = window.innerHeight - box.bottom;
    const vertical = below >= listHeight || below >= box.top ? { top: box.bottom + 2 } : { bottom: window.innerHeight - box.top + 2 };
    setPlace({ left: box.left, width: box.width, ...vertical });
  }, [under]);
  return createPortal(
    <div id={id} role="listbox" aria-label={label} className="popup cell-choices" style={place === undefined ? { visibility: 'hidden' } : { left: place.left, minWidth: place.width, top: place.top, bottom: place.bottom, maxHeight: listHeight }}>
      {choices.map((choice, index) => (
        <div key={choice} id={`${id}-${index}`} role="option" aria-selected={index === at} className="menu-item" data-selected={index === at ? 'true' : undefined}
          onPointerDown={(event) => { event.preventDefault(); onChoose(choice); }}>
          <span className="menu-label">{choice}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}
