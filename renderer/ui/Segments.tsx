import type { ReactNode } from 'react';
import type { Choice } from './Select.tsx';

export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them on. */
export function Segments<Value extends string>({ label, value, choices, onChange }: SegmentsProps<Value>): ReactNode {
  return (
    <div className="segments" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.value} type="button" className="segment" aria-pressed={choice.value === value} onClick={() => onChange(choice.value)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}
