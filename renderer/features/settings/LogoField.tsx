import { useState, type ReactNode } from 'react';
import { readLogo } from '../../../shared/drawing/logo.ts';
import { host } from '../../host/host.ts';
import { openDialog } from '../../store/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { useSay } from '../../ui/locale.tsx';
import { logoOfFile } from './logo-file.ts';

/** The picture that stands on what goes out. */
export function LogoField({ value, onChange }: { readonly value: string | undefined; readonly onChange: (logo: string | undefined) => void }): ReactNode {
  const say = useSay();
  const [refused, setRefused] = useState(false);
  const logo = readLogo(value);
  const choose = async (): Promise<void> => {
    const chosen = await host().request('document:open', { filters: [{ name: say('forms.logo'), extensions: ['png', 'jpg', 'jpeg', 'svg'] }], several: false });
    const file = chosen.ok ? chosen.value[0] : undefined;
    if (!chosen.ok) openDialog({ kind: 'failure', failure: chosen.failure });
    if (file === undefined) return;
    const next = await logoOfFile(file.name, file.bytes);
    setRefused(next === undefined);
    if (next !== undefined) onChange(next);
  };
  return (
    <Field label={say('forms.logo')} note={say('forms.logoNote')} error={refused ? say('forms.logoRefused') : undefined}>
      {logo === undefined ? null : <img className="logo-preview" src={logo.href} alt={say('forms.logo')} />}
      <Button onClick={() => void choose()}>{say('forms.logoChoose')}</Button>
      {value === undefined ? null : <Button kind="quiet" onClick={() => onChange(undefined)}>{say('forms.logoRemove')}</Button>}
    </Field>
  );
}
