import { useState, type ReactNode } from 'react';
import { message } from '../../../shared/language/message.ts';
import type { Outcome } from '../../../shared/language/outcome.ts';
import { say as sayIn } from '../../../shared/language/say.ts';
import { host } from '../../host/host.ts';
import { useTab, useWindow } from '../../hooks/use-window.ts';
import { closeDialog, openDialog } from '../../store/edit.ts';
import { activeTab, localeOf, setState, state } from '../../store/window-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { tell } from '../../ui/Toaster.tsx';
import { exportLocale, printed, submitExport, type Format, type Made, type Wanted, type What } from './make.ts';


const formatsOf: Readonly<Record<What, readonly Format[]>> = {
  diagram: ['pdf', 'svg', 'png', 'pptx', 'bpmn'],
  brief: ['pdf', 'svg', 'png', 'pptx'],
  deck: ['pptx', 'pdf'],
  report: ['html', 'md', 'xlsx', 'csv', 'json'],
};

/** Makes the file off the window's thread, then asks where it goes. */
async function exportNow(wanted: Wanted): Promise<void> {
  const tab = activeTab();
  if (tab === undefined) return;
  const locale = exportLocale();
  const job = (as: Format): Promise<Outcome<Made>> => {
    const handle = submitExport(tab, wanted, as, locale);
    setState({ busy: { label: sayIn(message('window.exporting'), localeOf(state())), cancel: () => handle.cancel() } });
    return handle.outcome;
  };
  const outcome = wanted.format === 'pdf' ? await printed(tab, wanted, locale, () => job('svg')) : await job(wanted.format);
  setState({ busy: undefined });
  if (!outcome.ok) {
    if (outcome.failure.code !== 'cancelled') openDialog({ kind: 'failure', failure: outcome.failure });
    return;
  }
  const { bytes, extension } = outcome.value;
  const saved = await host().request('export:save', { suggestedName: `${tab.name}.${extension}`, filters: [{ name: extension.toUpperCase(), extensions: [extension] }], content: new Uint8Array(bytes) });
  if (!saved.ok) openDialog({ kind: 'failure', failure: saved.failure });
  else if (saved.value.kind === 'saved') {
    const { path, name } = saved.value;
    tell({
      text: sayIn(message('window.exported', { name }), localeOf(state())),
      action: { label: sayIn(message('window.showFile'), localeOf(state())), onClick: () => void host().request('export:reveal', { path }) },
    });
  }
}

/** What leaves the house, in which form. Costs, names and comments stay unless they are ticked. */
export function ExportDialog(): ReactNode {
  const say = useSay();
  const theme = useWindow((all) => all.settings.theme);
  const hasTab = useTab(() => true) === true;
  const [wanted, setWanted] = useState<Wanted>({
    what: 'diagram', format: 'pdf', theme: theme === 'dark' || theme === 'contrast' ? theme : 'light', paper: 'A4', scale: '2', include: { costs: false, names: false, comments: false },
  });
  const set = (change: Partial<Wanted>): void => setWanted((now) => ({ ...now, ...change }));
  if (!hasTab) return null;
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={say('window.export')}
      foot={
        <>
          <Button onClick={closeDialog}>{say('window.cancel')}</Button>
          <Button kind="primary" autoFocus onClick={() => { closeDialog(); void exportNow(wanted); }}>{say('window.exportAs', { format: wanted.format.toUpperCase() })}</Button>
        </>
      }
    >
      <div className="fields">
        <Field label={say('window.what')} layout="stacked">
          <Segments label={say('window.what')} value={wanted.what} choices={(['diagram', 'brief', 'deck', 'report'] as const).map((value) => ({ value, label: say(`window.what.${value}`) }))} onChange={(what) => set({ what, format: formatsOf[what].includes('pdf') ? 'pdf' : (formatsOf[what][0] ?? 'html') })} />
        </Field>
        <Field label={say('window.format')}>
          <Select label={say('window.format')} value={wanted.format} choices={formatsOf[wanted.what].map((value) => ({ value, label: say(`window.format.${value}`) }))} onChange={(format) => set({ format })} />
        </Field>
        {wanted.format === 'pdf' && wanted.what !== 'deck' ? (
          <Field label={say('window.paper')}>
            <Segments label={say('window.paper')} value={wanted.paper} choices={(['A4', 'A3', 'Letter'] as const).map((value) => ({ value, label: value }))} onChange={(paper) => set({ paper })} />
          </Field>
        ) : null}
        {wanted.format === 'png' ? (
          <Field label={say('window.scale')}>
            <Segments label={say('window.scale')} value={wanted.scale} choices={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: `${value}×` }))} onChange={(scale) => set({ scale })} />
          </Field>
        ) : null}
        <Field label={say('window.theme')}>
          <Segments label={say('window.theme')} value={wanted.theme} choices={(['light', 'dark', 'contrast'] as const).map((value) => ({ value, label: say(`window.theme.${value}`) }))} onChange={(next) => set({ theme: next })} />
        </Field>
        {wanted.what === 'diagram' ? null : (
          <Field label={say('window.include')}>
            {(['costs', 'names', 'comments'] as const).map((one) => (
              <Check key={one} label={say(`window.include.${one}`)} checked={wanted.include[one]} onChange={(on) => set({ include: { ...wanted.include, [one]: on } })} />
            ))}
          </Field>
        )}
      </div>
    </Dialog>
  );
}
