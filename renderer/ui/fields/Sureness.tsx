import type { ReactNode } from 'react';
import type { Provenance } from '../../../shared/document/model/fields.ts';
import { useSay } from '../locale.tsx';
import { Menu } from '../Menu.tsx';

const marks: Readonly<Record<Provenance, string>> = { measured: '●', estimated: '◐', default: '○' };

export interface SurenessProps {
  readonly value: Provenance | undefined;
  /** What is meant where the number itself does not say. */
  readonly absent?: Provenance;
  readonly onChange: (value: Provenance) => void;
}

/** How sure a number is: ● measured, ◐ estimated, ○ assumed. */
export function Sureness({ value, absent = 'estimated', onChange }: SurenessProps): ReactNode {
  const say = useSay();
  const words: Readonly<Record<Provenance, string>> = {
    measured: say('window.measured'),
    estimated: say('window.estimated'),
    default: say('window.assumed'),
  };
  const now = value ?? absent;
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="sureness" aria-label={say('window.howSure', { mark: words[now] })} title={words[now]}>
          {marks[now]}
        </button>
      }
      entries={(['measured', 'estimated', 'default'] as const).map((one) => ({
        id: one,
        label: words[one],
        icon: <span aria-hidden="true">{marks[one]}</span>,
        checked: one === now,
        onSelect: () => onChange(one),
      }))}
    />
  );
}
