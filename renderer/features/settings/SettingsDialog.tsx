import type { ReactNode } from 'react';
import { useWindow } from '../../hooks/use-window.ts';
import { closeDialog } from '../../store/edit.ts';
import { changeSettings } from '../../store/settings.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';

/** What a person chooses about the program itself. */
export function SettingsDialog(): ReactNode {
  const say = useSay();
  const settings = useWindow((all) => all.settings);
  return (
    <Dialog open onClose={closeDialog} title={say('window.settings')}>
      <div className="fields">
        <Field label={say('window.theme')}>
          <Select label={say('window.theme')} value={settings.theme} choices={(['system', 'light', 'dark', 'contrast'] as const).map((value) => ({ value, label: say(`window.theme.${value}`) }))} onChange={(theme) => changeSettings({ theme })} />
        </Field>
        <Field label={say('window.language')}>
          <Select label={say('window.language')} value={settings.language} choices={(['system', 'en', 'de'] as const).map((value) => ({ value, label: say(`window.language.${value}`) }))} onChange={(language) => changeSettings({ language })} />
        </Field>
        <Field label={say('window.exportLanguage')}>
          <Select label={say('window.exportLanguage')} value={settings.exportLanguage} choices={(['window', 'en', 'de'] as const).map((value) => ({ value, label: say(`window.exportLanguage.${value}`) }))} onChange={(exportLanguage) => changeSettings({ exportLanguage })} />
        </Field>
        <Field label={say('window.textSize')}>
          <NumberField value={settings.textSize} least={100} most={200} whole onChange={(textSize) => (textSize === undefined ? undefined : changeSettings({ textSize }))} />
          <span className="unit">%</span>
        </Field>
        <Field label={say('window.motion')}>
          <Check label={say('window.lessMotion')} checked={settings.reducedMotion === 'reduced'} onChange={(less) => changeSettings({ reducedMotion: less ? 'reduced' : 'system' })} />
        </Field>
        <Field label={say('files.hints')}>
          <Check label={say('files.showHints')} checked={settings.hints} onChange={(hints) => changeSettings({ hints })} />
          {settings.hints && settings.hintsSeen.length > 0 ? <LinkButton onClick={() => changeSettings({ hintsSeen: [] })}>{say('files.hintsAgain')}</LinkButton> : null}
        </Field>
        <Field label={say('window.author')} note={say('window.authorNote')}>
          <TextField value={settings.author} onChange={(author) => changeSettings({ author })} />
        </Field>
      </div>
    </Dialog>
  );
}
