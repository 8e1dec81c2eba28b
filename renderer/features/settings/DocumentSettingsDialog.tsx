import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { DocumentSettings, RunSettings } from '../../../shared/document/model/settings.ts';
import { useDocument, useProcess } from '../../hooks/use-window.ts';
import { closeDialog, command, perform } from '../../store/edit.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { LogoField } from './LogoField.tsx';

const zones = ['UTC', 'Europe/Zurich', 'Europe/Berlin', 'Europe/Vienna', 'Europe/London', 'Europe/Paris', 'America/New_York', 'America/Chicago', 'America/Los_Angeles', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney'];
const confidentialities = ['public', 'internal', 'confidential', 'strictlyConfidential'] as const;

/** What the document says of itself, and how its simulation runs. */
export function DocumentSettingsDialog(): ReactNode {
  const say = useSay();
  const document = useDocument();
  const process = useProcess();
  if (document === undefined) return null;
  const { settings, runSettings } = document;
  const set = (change: Partial<DocumentSettings>): void => void command({ type: 'settings.edit', set: change });
  const setRun = (change: { readonly [Key in keyof RunSettings]?: RunSettings[Key] | undefined }): void => void command({ type: 'runSettings.edit', set: change as Partial<RunSettings> });
  const setProcess = (field: 'itemNounPlural' | 'owner' | 'outcome' | 'documentation', text: string): void => {
    if (process !== undefined) void perform({ type: 'process.edit', process: process.id, ...(text === '' ? { clear: [field] } : { set: { [field]: text } }) });
  };
  const zone = settings.timeZone ?? defaults.settings.timeZone;
  const hoursPerDay = settings.hoursPerDay ?? defaults.settings.hoursPerDay;
  return (
    <Dialog open onClose={closeDialog} size="wide" title={say('window.documentSettings')}>
      <div className="two-columns">
        <section className="fields">
          <h3>{say('window.document')}</h3>
          <Field label={say('window.title')}><TextField value={settings.title} required={say('window.needsName')} onChange={(title) => set({ title })} /></Field>
          <Field label={say('window.purpose')}><TextField multiline value={settings.purpose ?? ''} onChange={(purpose) => set({ purpose })} /></Field>
          <Field label={say('window.author')}><TextField value={settings.author ?? ''} onChange={(author) => set({ author })} /></Field>
          <Field label={say('window.owner')}><TextField value={settings.owner ?? ''} onChange={(owner) => set({ owner })} /></Field>
          <Field label={say('window.confidentiality')}>
            <Select label={say('window.confidentiality')} value={settings.confidentiality ?? defaults.settings.confidentiality} isDefault={settings.confidentiality === undefined} choices={confidentialities.map((value) => ({ value, label: say(`window.confidentiality.${value}`) }))} onChange={(confidentiality) => set({ confidentiality })} />
          </Field>
          <LogoField value={settings.logo} onChange={(logo) => void command(logo === undefined ? { type: 'settings.edit', clear: ['logo'] } : { type: 'settings.edit', set: { logo } })} />
          <Field label={say('forms.locale')}>
            <Select label={say('forms.locale')} value={settings.locale ?? ''} isDefault={settings.locale === undefined} choices={(['', 'en', 'de'] as const).map((value) => ({ value: value as string, label: say(value === '' ? 'forms.localeOwn' : `window.language.${value}`) }))} onChange={(locale) => void command(locale === '' ? { type: 'settings.edit', clear: ['locale'] } : { type: 'settings.edit', set: { locale } })} />
          </Field>
          {process === undefined ? null : (
            <Field label={say('window.itemNoun')} note={say('window.itemNounNote')}>
              <TextField value={process.itemNoun ?? ''} placeholder={defaults.itemNoun} onChange={(itemNoun) => void perform({ type: 'process.edit', process: process.id, ...(itemNoun === '' ? { clear: ['itemNoun'] } : { set: { itemNoun } }) })} />
            </Field>
          )}
          {process === undefined ? null : (
            <>
              <Field label={say('forms.itemNounPlural')}><TextField value={process.itemNounPlural ?? ''} placeholder={`${process.itemNoun ?? defaults.itemNoun}s`} onChange={(text) => setProcess('itemNounPlural', text)} /></Field>
              <Field label={say('forms.processOwner')}><TextField value={process.owner ?? ''} onChange={(text) => setProcess('owner', text)} /></Field>
              <Field label={say('canvas.outcome')}>
                <Select label={say('canvas.outcome')} value={process.outcome ?? ''} isDefault={process.outcome === undefined} choices={[{ value: '', label: say('canvas.none') }, ...Object.values(document.model.outcomes).map(({ id, name }) => ({ value: id, label: name }))]} onChange={(text) => setProcess('outcome', text)} />
              </Field>
              <Field label={say('canvas.documentation')}><TextField multiline value={process.documentation ?? ''} onChange={(text) => setProcess('documentation', text)} /></Field>
            </>
          )}
          <Field label={say('window.currency')}><TextField value={settings.currency ?? defaults.settings.currency} onChange={(currency) => set({ currency: currency.toUpperCase() })} /></Field>
          <Field label={say('window.timeZone')}>
            <Select label={say('window.timeZone')} value={zone} isDefault={settings.timeZone === undefined} choices={[...new Set([zone, ...zones])].map((value) => ({ value, label: value }))} onChange={(timeZone) => set({ timeZone })} />
          </Field>
          <Field label={say('window.hoursPerDay')}><NumberField value={hoursPerDay} isDefault={settings.hoursPerDay === undefined} least={0.5} most={24} onChange={(hours) => (hours === undefined ? undefined : set({ hoursPerDay: hours }))} /></Field>
        </section>
        <section className="fields">
          <h3>{say('window.run')}</h3>
          <Field label={say('window.runMode')}>
            <Select label={say('window.runMode')} value={runSettings.mode ?? 'auto'} isDefault={runSettings.mode === undefined} choices={(['auto', 'terminating', 'steady'] as const).map((value) => ({ value, label: say(`window.runMode.${value}`) }))} onChange={(mode) => setRun({ mode: mode === 'auto' ? undefined : mode })} />
          </Field>
          <Field label={say('window.runStart')}><TextField value={runSettings.start ?? ''} placeholder={defaults.run.start} onChange={(start) => setRun({ start: start === '' ? undefined : start })} /></Field>
          <Field label={say('window.horizon')}><DurationField value={runSettings.horizon} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" placeholder={`${defaults.run.horizonDays} d`} onChange={(horizon) => setRun({ horizon })} /></Field>
          <Field label={say('window.warmUp')}><DurationField value={runSettings.warmUp} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" placeholder={say('window.found')} onChange={(warmUp) => setRun({ warmUp })} /></Field>
          <Field label={say('window.replications')}><NumberField value={runSettings.replications} least={1} most={10_000} whole placeholder={String(defaults.run.replications)} onChange={(replications) => setRun({ replications })} /></Field>
          <Field label={say('window.precision')}><NumberField value={runSettings.precision} times={100} least={0.1} most={100} onChange={(precision) => setRun({ precision })} /><span className="unit">%</span></Field>
          <Field label={say('window.confidence')}><NumberField value={runSettings.confidence} times={100} least={50} most={99.99} placeholder={String(defaults.run.confidence * 100)} onChange={(confidence) => setRun({ confidence })} /><span className="unit">%</span></Field>
          <Field label={say('window.items')}><NumberField value={runSettings.items} least={1} whole onChange={(items) => setRun({ items })} /></Field>
          <Field label={say('window.seed')}><NumberField value={runSettings.seed} least={0} most={4_294_967_295} whole placeholder={String(defaults.run.seed)} onChange={(seed) => setRun({ seed })} /></Field>
        </section>
      </div>
    </Dialog>
  );
}
