import { createContext, useContext, useId, type ReactNode } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly error?: string | undefined;
  readonly layout?: 'beside' | 'stacked';
  readonly children: ReactNode;
}

interface FieldIds {
  readonly label: string;
  /** What the label says. */
  readonly words: string;
  readonly error: string | undefined;
  readonly note: string | undefined;
}

const FieldContext = createContext<FieldIds | undefined>(undefined);

/** The label and the complaint that belong to an input inside a `Field`. */
export const useField = (): FieldIds | undefined => useContext(FieldContext);

/** A labelled row of a form, with what is wrong written under it. */
export function Field({ label, note, error, layout = 'beside', children }: FieldProps): ReactNode {
  const id = useId();
  return (
    <FieldContext value={{ label: `${id}-label`, words: label, error: error === undefined ? undefined : `${id}-error`, note: note === undefined ? undefined : `${id}-note` }}>
      <div className="field" data-layout={layout}>
        <span className="field-label" id={`${id}-label`}>{label}</span>
        <div className="field-control">{children}</div>
        {error === undefined ? null : <span className="field-error" id={`${id}-error`} role="alert">{error}</span>}
        {note === undefined ? null : <span className="field-note" id={`${id}-note`}>{note}</span>}
      </div>
    </FieldContext>
  );
}
