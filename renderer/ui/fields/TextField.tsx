import type { ReactNode } from 'react';
import { DraftInput } from './DraftInput.tsx';

export interface TextFieldProps {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly required?: string;
}

/** Plain words. `required` is the complaint where the field may not be empty. */
export function TextField({ label, value, onChange, placeholder, multiline = false, required }: TextFieldProps): ReactNode {
  return (
    <DraftInput
      label={label}
      shown={value}
      placeholder={placeholder}
      multiline={multiline}
      {...(required === undefined ? {} : { complaint: required })}
      onCommit={(text) => {
        if (required !== undefined && text.trim() === '') return false;
        onChange(text.trim());
        return true;
      }}
    />
  );
}
