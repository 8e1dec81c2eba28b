import type { ReactNode } from 'react';
import { weekdays } from '../../../shared/document/model/fields.ts';
import type { Step } from '../../../shared/document/model/node.ts';
import type { Approval } from '../../../shared/document/model/organisation.ts';
import { perform } from '../../store/edit.ts';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';

export interface MeetingCellProps {
  readonly step: Step;
  readonly approval: Approval;
  readonly hoursPerDay: number;
}

/** When an approval decides, in one cell: any time after a while, or on a day of the week. */
export function MeetingCell({ step, approval, hoursPerDay }: MeetingCellProps): ReactNode {
  const say = useSay();
  const { when } = approval;
  const set = (next: Approval['when']): void => void perform({ type: 'node.edit', node: step.id, set: { approval: { ...approval, when: next } } });
  const day = when.type === 'meeting' && when.cadence.type === 'weekly' && when.cadence.days.length === 1 ? when.cadence.days[0] : undefined;
  const now = when.type === 'anyTime' ? 'anyTime' : (day ?? 'meeting');
  return (
    <>
      <Select
        label={say('canvas.decides')}
        width="auto"
        value={now}
        choices={[
          { value: 'anyTime', label: say('canvas.decides.anyTime') },
          ...(now === 'meeting' ? [{ value: 'meeting' as const, label: say('canvas.decides.meeting') }] : []),
          ...weekdays.map((one) => ({ value: one, label: say('window.meetsOn', { day: say(`canvas.longDay.${one}`) }) })),
        ]}
        onChange={(next) => {
          if (next === 'anyTime') set({ type: 'anyTime' });
          else if (next !== 'meeting') set({ ...(when.type === 'meeting' ? when : { type: 'meeting' }), cadence: { ...(when.type === 'meeting' && when.cadence.type === 'weekly' ? when.cadence : { type: 'weekly', at: '10:00' }), days: [next] } });
        }}
      />
      {when.type === 'anyTime' ? (
        <DistributionField compact counts={when.counts ?? 'working'} hoursPerDay={hoursPerDay} assumed="d" value={when.after} onChange={(after) => {
          const { after: _old, ...rest } = when;
          set({ ...rest, ...(after === undefined ? {} : { after }) });
        }} />
      ) : null}
    </>
  );
}
