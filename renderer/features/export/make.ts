import { todayId } from '../../../shared/document/scenarios/document.ts';
import type { Orientation } from '../../../shared/drawing/painters/paper.ts';
import { themes, type ThemeName } from '../../../shared/drawing/theme.ts';
import type { ExportJob } from '../../../shared/jobs/job.ts';
import type { Handle } from '../../../shared/jobs/pool.ts';
import { message } from '../../../shared/language/message.ts';
import { succeed, type Outcome } from '../../../shared/language/outcome.ts';
import { localeOfTag, say, type Locale } from '../../../shared/language/say.ts';
import { documentDeck } from '../../../shared/report/deck/document-deck.ts';
import type { NamedPaper } from '../../../shared/contract/files.ts';
import { host } from '../../host/host.ts';
import { submitJob } from '../../host/jobs.ts';
import { deckEvidence } from '../../store/evidence.ts';
import { isStale } from '../../store/runs.ts';
import type { DocumentTab } from '../../store/state.ts';
import { today } from '../../store/today.ts';
import { activeTab, localeOf, modelOnCanvas, processOnCanvas, state } from '../../store/window-store.ts';
import { diagramToPrint, pagesToPrint, pictureToPrint } from './print.ts';

export type What = ExportJob['what'];
export type Format = ExportJob['format'];

export interface Wanted {
  readonly what: What;
  readonly format: Format;
  readonly theme: ThemeName;
  readonly paper: NamedPaper;
  readonly scale: '1' | '2' | '3' | '4';
  readonly include: { readonly costs: boolean; readonly names: boolean; readonly comments: boolean };
  readonly orientation?: Orientation;
}

export interface Made {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** The language of what leaves the house: the document's own, where it has one. */
export const exportLocale = (): Locale => {
  const own = localeOfTag(activeTab()?.history.document.settings.locale);
  if (own !== undefined) return own;
  const { exportLanguage } = state().settings;
  return exportLanguage === 'window' ? localeOf(state()) : exportLanguage;
};

/** Starts to make a file of a tab off the window's thread, with the results that still speak for it. */
export function submitExport(tab: DocumentTab, { what, theme, paper, scale, include }: Wanted, format: Format, locale: Locale): Handle<Made> {
  const { document } = tab.history;
  const results = Object.fromEntries(Object.entries(tab.runs.byScenario).filter(([, run]) => !isStale(run, document)).map(([id, run]) => [id, run.result]));
  const studies = Object.fromEntries(Object.entries(tab.runs.studies ?? {}).filter(([, study]) => !isStale(study, document)).map(([id, study]) => [id, study.result]));
  const comparison = tab.runs.comparison !== undefined && !isStale(tab.runs.comparison, document) ? tab.runs.comparison.result : undefined;
  const process = processOnCanvas(tab)?.id;
  return submitJob({
    type: 'export', document, scenario: tab.scenario, format, what, locale, theme, paper, scale: Number(scale), date: today(), include,
    ...(process === undefined ? {} : { process }),
    ...(Object.keys(results).length === 0 ? {} : { results }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(Object.keys(studies).length === 0 ? {} : { studies }),
  });
}

/** A self-contained page that the desktop prints. */
export interface Printable {
  readonly html: string;
  readonly paper: NamedPaper;
  readonly landscape: boolean;
}

/**
 * What will be printed, from the same scenes and blocks that the other writers read.
 * @param made the brief as SVG, or the report as HTML
 */
export async function printableOf(tab: DocumentTab, { what, theme, paper, include, orientation = 'auto' }: Wanted, locale: Locale, made: () => Promise<Outcome<Made>>): Promise<Outcome<Printable>> {
  const { document } = tab.history;
  const page = (html: string, landscape: boolean): Outcome<Printable> => succeed({ html, paper, landscape });
  if (what === 'diagram') {
    const model = modelOnCanvas(tab);
    const proposal = tab.scenario === todayId ? undefined : document.scenarios[tab.scenario]?.name;
    const footer = [document.settings.title, proposal ?? say(message('window.today'), locale), today()].join(' · ');
    const html = await diagramToPrint({ model, processes: Object.keys(model.processes), paint: tab.paint, proposal, locale, theme, paper, footer, orientation });
    return page(html, orientation !== 'upright');
  }
  if (what === 'deck') return page(await pagesToPrint(documentDeck(document, deckEvidence(tab, locale), locale, { date: today(), include }), theme), true);
  const outcome = await made();
  if (!outcome.ok) return outcome;
  const text = new TextDecoder().decode(outcome.value.bytes);
  return what === 'report' ? page(text, orientation === 'level') : page(await pictureToPrint(text, themes[theme].colours.surface), false);
}

/** The pages as a PDF: what is sent away, and what a preview shows. */
export async function printedPdf({ html, paper, landscape }: Printable): Promise<Outcome<Uint8Array>> {
  return host().request('export:pdf', { html, paper, landscape });
}

/** The same as a file. */
export async function printed(tab: DocumentTab, wanted: Wanted, locale: Locale, made: () => Promise<Outcome<Made>>): Promise<Outcome<Made>> {
  const printable = await printableOf(tab, wanted, locale, made);
  if (!printable.ok) return printable;
  const pdf = await printedPdf(printable.value);
  return pdf.ok ? succeed({ bytes: pdf.value, extension: 'pdf' }) : pdf;
}
