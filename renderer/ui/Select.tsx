import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A second line in the list. */
  readonly note?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly width?: 'full' | 'auto';
  /** The value stands for "nothing chosen": shown grey. */
  readonly isDefault?: boolean;
  readonly disabled?: boolean;
}

/** One of a list. */
export function Select<Value extends string>({ label, value, choices, onChange, width = 'full', isDefault = false, disabled = false }: SelectProps<Value>): ReactNode {
  return (
    <Base.Root
      value={value}
      disabled={disabled}
      modal={false}
      items={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      onValueChange={(next) => (next === null ? undefined : onChange(next))}
    >
      <Base.Trigger className="select" aria-label={label} data-width={width} data-default={isDefault ? 'true' : undefined}>
        <Base.Value />
        <Base.Icon>
          <ChevronDown size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="positioner" alignItemWithTrigger={false} sideOffset={4}>
          <Base.Popup className="popup">
            {choices.map((choice) => (
              <Base.Item key={choice.value} value={choice.value} className="menu-item">
                <span className="menu-mark">
                  <Base.ItemIndicator>
                    <Check size={14} />
                  </Base.ItemIndicator>
                </span>
                <span className="menu-label">
                  <Base.ItemText>{choice.label}</Base.ItemText>
                  {choice.note === undefined ? null : <span className="muted small"> {choice.note}</span>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
