import type { ReactNode } from 'react';
import type { Arrivals } from '../../../shared/document/model/demand.ts';
import { FigureField } from './FigureField.tsx';
import { withSure } from './Sureness.tsx';
import { useSay } from '../locale.tsx';
import { Select } from '../Select.tsx';

type Rate = Extract<Arrivals, { type: 'rate' }>;

/** "20 a week": how many start, on average. */
export function RateField({ value, onChange }: { readonly value: Rate | undefined; readonly onChange: (value: Rate | undefined) => void }): ReactNode {
  const say = useSay();
  return (
    <>
      <FigureField
        label={say('canvas.volume')}
        least={0.0001}
        value={value}
        onChange={(figure) => {
          if (figure === undefined) {
            onChange(undefined);
            return;
          }
          const { provenance, spread, source } = figure;
          onChange(withSure<Rate>({ ...(value ?? { type: 'rate', per: 'w' }), value: figure.value }, { provenance, spread, source }));
        }}
      />
      <Select
        label={say('canvas.per')}
        width="auto"
        value={value?.per ?? 'w'}
        choices={(['h', 'd', 'w'] as const).map((per) => ({ value: per, label: say(`canvas.per.${per}`) }))}
        onChange={(per) => (value === undefined ? undefined : onChange({ ...value, per }))}
      />
    </>
  );
}
