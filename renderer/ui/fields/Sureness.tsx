import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { Provenance } from '../../../shared/document/model/fields.ts';
import { useSay } from '../locale.tsx';
import { Segments } from '../Segments.tsx';
import { Field } from './Field.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

const marks: Readonly<Record<Provenance, string>> = { measured: '●', estimated: '◐', default: '○' };
const order = ['measured', 'estimated', 'default'] as const;

/** What a number says of itself. */
export interface Sure {
  readonly provenance?: Provenance | undefined;
  readonly spread?: number | undefined;
  readonly source?: string | undefined;
}

/** The same value with another word about how sure it is; what is undefined is taken away. */
export function withSure<T extends Sure>(value: T, change: Sure): T {
  return Object.fromEntries(Object.entries({ ...value, ...change }).filter(([key, one]) => one !== undefined || !(key in change))) as unknown as T;
}

export interface SurenessProps {
  readonly value: Sure;
  readonly onChange: (change: Sure) => void;
}

/** How sure a number is: ● measured, ◐ estimated, ○ assumed; by how much it may be off, and who said so. */
export function Sureness({ value, onChange }: SurenessProps): ReactNode {
  const say = useSay();
  const words: Readonly<Record<Provenance, string>> = { measured: say('window.measured'), estimated: say('window.estimated'), default: say('window.assumed') };
  const now = value.provenance ?? 'estimated';
  return (
    <Popover.Root>
      <Popover.Trigger className="sureness" aria-label={say('window.howSure', { mark: words[now] })} title={words[now]}>{marks[now]}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="positioner" align="end" sideOffset={4}>
          <Popover.Popup className="popup sureness-popup" aria-label={say('forms.howSure')}>
            <Segments label={say('forms.howSure')} value={now} choices={order.map((one) => ({ value: one, label: `${marks[one]} ${words[one]}` }))} onChange={(provenance) => onChange({ provenance })} />
            <Field label={say('window.plusMinus')}>
              <NumberField value={value.spread} times={100} most={100} placeholder={String(100 * defaults.spread[now])} onChange={(spread) => onChange({ spread })} />
              <span className="unit">%</span>
            </Field>
            <Field label={say('forms.whoSaidSo')}><TextField value={value.source ?? ''} onChange={(source) => onChange({ source: source === '' ? undefined : source })} /></Field>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
