import { Checkbox } from '@base-ui/react/checkbox';
import { Check as Mark } from 'lucide-react';
import type { ReactNode } from 'react';

export interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Check({ label, checked, onChange }: CheckProps): ReactNode {
  return (
    <label className="check">
      <Checkbox.Root className="check-box" checked={checked} onCheckedChange={(next) => onChange(next)}>
        <Checkbox.Indicator>
          <Mark size={12} strokeWidth={3} />
        </Checkbox.Indicator>
      </Checkbox.Root>
      {label}
    </label>
  );
}
