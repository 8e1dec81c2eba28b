import { useEffect, useState, type ReactNode } from 'react';
import type { NamedPaper } from '../../../shared/contract/files.ts';
import type { Orientation } from '../../../shared/drawing/painters/paper.ts';
import { message } from '../../../shared/language/message.ts';
import type { Failure } from '../../../shared/language/outcome.ts';
import { host } from '../../host/host.ts';
import { useTab } from '../../hooks/use-window.ts';
import { closeDialog, openDialog } from '../../store/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { tell } from '../../ui/Toaster.tsx';
import { exportLocale, printableOf, printedPdf, submitExport, type Printable, type Wanted } from './make.ts';
import { PagePreview } from './PagePreview.tsx';
import type { PdfPages } from './pdf-pages.ts';

interface Choice {
  readonly what: 'diagram' | 'brief' | 'report';
  readonly paper: NamedPaper;
  readonly orientation: Orientation;
  readonly include: Wanted['include'];
}

/** What was made for a choice: the page, its PDF and the PDF's pages. */
interface Ready {
  readonly printable: Printable;
  readonly bytes: Uint8Array;
  readonly pdf: PdfPages;
}

/** Makes the pages of a choice anew whenever it changes; what comes too late is dropped. */
function usePages(choice: Choice): { readonly ready: Ready | undefined; readonly failure: Failure | undefined } {
  const tab = useTab((one) => one);
  const [ready, setReady] = useState<Ready>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let here = true;
    let shown: PdfPages | undefined;
    const make = async (): Promise<void> => {
      if (tab === undefined) return;
      const locale = exportLocale();
      // Paper is white: what is printed is light, whatever the window looks like.
      const wanted: Wanted = { ...choice, format: 'pdf', theme: 'light', scale: '1' };
      const printable = await printableOf(tab, wanted, locale, () => submitExport(tab, wanted, choice.what === 'report' ? 'html' : 'svg', locale).outcome);
      const bytes = printable.ok ? await printedPdf(printable.value) : printable;
      if (!here) return;
      if (!printable.ok || !bytes.ok) {
        setFailure(printable.ok ? (bytes.ok ? undefined : bytes.failure) : printable.failure);
        return;
      }
      // What reads PDF weighs much, and few print: it is read with the first preview.
      const { readPdf } = await import('./pdf-pages.ts');
      shown = await readPdf(bytes.value);
      if (here) setReady({ printable: printable.value, bytes: bytes.value, pdf: shown });
      else shown.close();
    };
    setReady(undefined);
    setFailure(undefined);
    make().catch((error: unknown) => (here ? setFailure({ code: 'print.preview', message: message('desktop.printFailed', { reason: error instanceof Error ? error.message : String(error) }) }) : undefined));
    return () => {
      here = false;
      shown?.close();
    };
  }, [tab, choice]);
  return { ready, failure };
}

/** What is printed, on which paper; beside it the pages as they will be. */
export function PrintDialog(): ReactNode {
  const say = useSay();
  const name = useTab((tab) => tab.name) ?? '';
  const [choice, setChoice] = useState<Choice>({ what: 'diagram', paper: 'A4', orientation: 'auto', include: { costs: false, names: false, comments: false } });
  const { ready, failure } = usePages(choice);
  const set = (change: Partial<Choice>): void => setChoice((now) => ({ ...now, ...change }));

  const print = async (): Promise<void> => {
    if (ready === undefined) return;
    const done = await host().request('export:print', ready.printable);
    if (!done.ok) openDialog({ kind: 'failure', failure: done.failure });
    else if (done.value) closeDialog();
  };
  const keep = async (): Promise<void> => {
    if (ready === undefined) return;
    const saved = await host().request('export:save', { suggestedName: `${name}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }], content: new Uint8Array(ready.bytes) });
    if (!saved.ok) openDialog({ kind: 'failure', failure: saved.failure });
    else if (saved.value.kind === 'saved') {
      closeDialog();
      tell({ text: say('window.exported', { name: saved.value.name }) });
    }
  };

  return (
    <Dialog
      open
      onClose={closeDialog}
      size="broad"
      title={say('files.print')}
      foot={
        <>
          <span className="grow muted" role="status">{ready === undefined ? (failure === undefined ? say('files.makingPages') : '') : say('files.pages', { n: ready.pdf.pages.length })}</span>
          <Button kind="quiet" onClick={closeDialog}>{say('window.cancel')}</Button>
          <Button disabled={ready === undefined} onClick={() => void keep()}>{say('files.savePdf')}</Button>
          <Button kind="primary" disabled={ready === undefined} onClick={() => void print()}>{say('files.printNow')}</Button>
        </>
      }
    >
      <div className="print">
        <div className="fields">
          <Field label={say('window.what')} layout="stacked">
            <Segments label={say('window.what')} value={choice.what} choices={(['diagram', 'brief', 'report'] as const).map((value) => ({ value, label: say(`files.print.${value}`) }))} onChange={(what) => set({ what })} />
          </Field>
          <Field label={say('window.paper')} layout="stacked">
            <Segments label={say('window.paper')} value={choice.paper} choices={(['A4', 'A3', 'Letter'] as const).map((value) => ({ value, label: value }))} onChange={(paper) => set({ paper })} />
          </Field>
          {choice.what === 'brief' ? null : (
            <Field label={say('files.orientation')} layout="stacked">
              <Segments label={say('files.orientation')} value={choice.orientation} choices={(['auto', 'upright', 'level'] as const).map((value) => ({ value, label: say(`files.orientation.${value}`) }))} onChange={(orientation) => set({ orientation })} />
            </Field>
          )}
          {choice.what === 'diagram' ? null : (
            <Field label={say('window.include')} layout="stacked">
              {(['costs', 'names', 'comments'] as const).map((one) => (
                <Check key={one} label={say(`window.include.${one}`)} checked={choice.include[one]} onChange={(on) => set({ include: { ...choice.include, [one]: on } })} />
              ))}
            </Field>
          )}
        </div>
        <div className="sheets" role="region" aria-label={say('files.preview')} aria-busy={ready === undefined && failure === undefined} tabIndex={0}>
          {failure === undefined ? null : <p className="field-error">{say.message(failure.message)}</p>}
          {ready === undefined ? null : <PagePreview pdf={ready.pdf} />}
        </div>
      </div>
    </Dialog>
  );
}
