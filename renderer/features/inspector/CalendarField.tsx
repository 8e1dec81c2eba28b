import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useModel } from '../../hooks/use-window.ts';
import { openDialog } from '../../store/edit.ts';
import type { HoursOf } from '../../store/state.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { calendarChoices, nothing } from './choices.ts';

export interface CalendarFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  /** What holds where none is chosen. */
  readonly usual: string;
  readonly onChange: (calendar: string | undefined) => void;
  /** Whose hours are made here when new ones are. */
  readonly of?: HoursOf;
}

/** Whose working hours, or which; the hours themselves are edited in their dialog. */
export function CalendarField({ label, value, usual, onChange, of }: CalendarFieldProps): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  return (
    <span className="line" style={{ display: 'flex', width: '100%', gap: 4 }}>
      <Select label={label} value={value ?? nothing} isDefault={value === undefined} choices={[{ value: nothing, label: usual }, ...calendarChoices(model, say)]} onChange={(id) => onChange(id === nothing ? undefined : id)} />
      <IconButton label={say('forms.editHours')} side="left" onClick={() => openDialog({ kind: 'hours', ...(value === undefined ? {} : { calendar: value }), ...(of === undefined ? {} : { of }) })}><CalendarClock size={15} /></IconButton>
    </span>
  );
}
