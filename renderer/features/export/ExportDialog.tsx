import { useState, type ReactNode } from 'react';
import type { ExportJob } from '../../../shared/jobs/job.ts';
import { message } from '../../../shared/language/message.ts';
import { succeed, type Outcome } from '../../../shared/language/outcome.ts';
import { say as sayIn, type Locale } from '../../../shared/language/say.ts';
import { todayId } from '../../../shared/document/scenarios/document.ts';
import { documentDeck } from '../../../shared/report/deck/document-deck.ts';
import { themes, type ThemeName } from '../../../shared/drawing/theme.ts';
import { host } from '../../host/host.ts';
import { submitJob } from '../../host/jobs.ts';
import { useTab, useWindow } from '../../hooks/use-window.ts';
import { closeDialog, openDialog } from '../../store/edit.ts';
import { deckEvidence } from '../../store/evidence.ts';
import { isStale } from '../../store/runs.ts';
import type { DocumentTab } from '../../store/state.ts';
import { activeTab, localeOf, modelOnCanvas, processOnCanvas, setState, state } from '../../store/window-store.ts';
import { today } from '../../store/today.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { tell } from '../../ui/Toaster.tsx';
import { diagramToPrint, pagesToPrint, pictureToPrint } from './print.ts';

type What = ExportJob['what'];
type Format = ExportJob['format'];

const formatsOf: Readonly<Record<What, readonly Format[]>> = {
  diagram: ['pdf', 'svg', 'png', 'pptx', 'bpmn'],
  brief: ['pdf', 'svg', 'png', 'pptx'],
  deck: ['pptx', 'pdf'],
  report: ['html', 'md', 'xlsx', 'csv', 'json'],
};

interface Wanted {
  readonly what: What;
  readonly format: Format;
  readonly theme: ThemeName;
  readonly paper: 'A4' | 'A3' | 'Letter';
  readonly scale: '1' | '2' | '3' | '4';
  readonly include: { readonly costs: boolean; readonly names: boolean; readonly comments: boolean };
}

interface Made {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** A PDF is printed by the desktop from the same scenes that the other painters read. */
async function printed(tab: DocumentTab, { what, theme, paper, include }: Wanted, locale: Locale, picture: () => Promise<Outcome<Made>>): Promise<Outcome<Made>> {
  const { document } = tab.history;
  const model = modelOnCanvas(tab);
  const proposal = tab.scenario === todayId ? undefined : document.scenarios[tab.scenario]?.name;
  const footer = [document.settings.title, proposal ?? sayIn(message('window.today'), locale), today()].join(' · ');
  let html: string;
  if (what === 'diagram') html = await diagramToPrint({ model, processes: Object.keys(model.processes), paint: tab.paint, proposal, locale, theme, paper, footer });
  else if (what === 'deck') html = await pagesToPrint(documentDeck(document, deckEvidence(tab, locale), locale, { date: today(), include }), theme);
  else {
    const drawn = await picture();
    if (!drawn.ok) return drawn;
    html = await pictureToPrint(new TextDecoder().decode(drawn.value.bytes), themes[theme].colours.surface);
  }
  const pdf = await host().request('export:pdf', { html, paper, landscape: what === 'diagram' || what === 'deck' });
  return pdf.ok ? succeed({ bytes: pdf.value, extension: 'pdf' }) : pdf;
}

/** Makes the file off the window's thread, then asks where it goes. */
async function exportNow(wanted: Wanted): Promise<void> {
  const tab = activeTab();
  if (tab === undefined) return;
  const { what, format, theme, paper, scale, include } = wanted;
  const { settings } = state();
  const locale = settings.exportLanguage === 'window' ? localeOf(state()) : settings.exportLanguage;
  const { document } = tab.history;
  const results = Object.fromEntries(Object.entries(tab.runs.byScenario).filter(([, run]) => !isStale(run, document)).map(([id, run]) => [id, run.result]));
  const studies = Object.fromEntries(Object.entries(tab.runs.studies ?? {}).filter(([, study]) => !isStale(study, document)).map(([id, study]) => [id, study.result]));
  const comparison = tab.runs.comparison !== undefined && !isStale(tab.runs.comparison, document) ? tab.runs.comparison.result : undefined;
  const process = processOnCanvas(tab)?.id;
  const job = async (as: Format): Promise<Outcome<Made>> => {
    const handle = submitJob({
      type: 'export', document, scenario: tab.scenario, format: as, what, locale, theme, paper, scale: Number(scale), date: today(), include,
      ...(process === undefined ? {} : { process }),
      ...(Object.keys(results).length === 0 ? {} : { results }),
      ...(comparison === undefined ? {} : { comparison }),
      ...(Object.keys(studies).length === 0 ? {} : { studies }),
    });
    setState({ busy: { label: sayIn(message('window.exporting'), localeOf(state())), cancel: () => handle.cancel() } });
    return handle.outcome;
  };
  const outcome = format === 'pdf' ? await printed(tab, wanted, locale, () => job('svg')) : await job(format);
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
        <Field label={say('window.what')}>
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
