import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useField } from './Field.tsx';

export interface DraftInputProps {
  /** What stands in the field while nobody types. */
  readonly shown: string;
  /** Takes what was typed; false refuses it, and the field keeps it marked. */
  readonly onCommit: (text: string) => boolean;
  readonly onDraft?: (text: string | undefined) => void;
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly width?: 'full' | 'number' | 'duration';
  readonly isDefault?: boolean;
  readonly complaint?: string;
  readonly multiline?: boolean;
  readonly autoFocus?: boolean;
  /** Id of a list of suggestions. */
  readonly list?: string;
}

/** Text that counts once it is left or confirmed with Enter; Esc takes it back. */
export function DraftInput({ shown, onCommit, onDraft, label, placeholder, width = 'full', isDefault = false, complaint, multiline = false, autoFocus = false, list }: DraftInputProps): ReactNode {
  const field = useField();
  const [draft, setDraft] = useState<string>();
  const [refused, setRefused] = useState(false);
  const cancelled = useRef(false);

  const change = (text: string | undefined): void => {
    setDraft(text);
    setRefused(false);
    onDraft?.(text);
  };
  const commit = (): void => {
    if (cancelled.current || draft === undefined || draft === shown) {
      cancelled.current = false;
      change(undefined);
      return;
    }
    if (onCommit(draft)) change(undefined);
    else setRefused(true);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (!multiline || event.ctrlKey)) commit();
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation();
      cancelled.current = true;
      change(undefined);
      event.currentTarget.blur();
    }
  };

  const common = {
    className: 'input',
    value: draft ?? shown,
    placeholder,
    autoFocus,
    // Beside the label that is seen, for those who cannot see it where it is scrolled away.
    'aria-label': label === undefined || label === '' ? field?.words : label,
    'aria-labelledby': label === undefined || label === '' ? field?.label : undefined,
    'aria-describedby': field?.error ?? field?.note,
    'aria-invalid': refused || field?.error !== undefined,
    'data-width': width,
    'data-default': isDefault ? 'true' : undefined,
    spellCheck: multiline,
    onBlur: commit,
    onKeyDown,
  };
  return (
    <>
      {multiline ? (
        <textarea {...common} rows={3} onChange={(event) => change(event.target.value)} />
      ) : (
        <input {...common} list={list} onChange={(event) => change(event.target.value)} onFocus={(event) => event.target.select()} />
      )}
      {refused && complaint !== undefined ? <span className="field-error" role="alert">{complaint}</span> : null}
    </>
  );
}
