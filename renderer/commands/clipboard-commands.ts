import { currentView } from '../canvas/current-view.ts';
import { copyOf, elementsIn, nodesMeant, paste } from '../canvas/clipboard.ts';
import { mostLines, pasteLines, stepsIn } from '../canvas/paste-lines.ts';
import { copyFragment } from '../../shared/document/operations/page/fragment.ts';
import { message } from '../../shared/language/message.ts';
import { themes } from '../../shared/drawing/theme.ts';
import { host } from '../host/host.ts';
import { submitJob } from '../host/jobs.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform, refuse, select } from '../store/edit.ts';
import { today } from '../store/today.ts';
import { activeTab, localeOf, processOnCanvas, state } from '../store/window-store.ts';

const chosen = (): readonly string[] => activeTab()?.selection ?? [];

/** Pictures are worth their time up to this many nodes. */
const mostInPicture = 300;

/** The selection as a picture, in the light theme that paper and slides have. */
async function pictureOf(ids: readonly string[]): Promise<Uint8Array | undefined> {
  const tab = activeTab();
  const process = tab === undefined ? undefined : processOnCanvas(tab);
  if (tab === undefined || process === undefined || ids.length > mostInPicture) return undefined;
  const theme: keyof typeof themes = 'light';
  const made = await submitJob({
    type: 'export', document: tab.history.document, scenario: tab.scenario, process: process.id, format: 'png', what: 'diagram', locale: localeOf(state()), theme, paper: 'A4', scale: 2,
    date: today(), include: { costs: false, names: false, comments: false }, selection: [...ids], ...(tab.within === undefined ? {} : { within: tab.within }),
  }).outcome;
  return made.ok ? made.value.bytes : undefined;
}

/** Puts the selection on the clipboard: as lines, as a table that carries the elements, and a moment later as a picture. */
export function copySelection(): boolean {
  const view = currentView();
  const copied = view === undefined ? undefined : copyOf(view, chosen());
  if (view === undefined || copied === undefined) return false;
  void host().request('clipboard:write', copied);
  void pictureOf(nodesMeant(view, chosen())).then((png) => (png === undefined ? undefined : host().request('clipboard:write', { ...copied, png: new Uint8Array(png) })));
  return true;
}

/** Puts what the clipboard holds on the page: elements from here or another document, else a step for each line of text. */
export async function pasteHere(): Promise<void> {
  const { text, html } = await host().request('clipboard:read', {});
  const view = currentView();
  const tab = activeTab();
  if (view === undefined || tab === undefined) return;
  const elements = elementsIn(html);
  if (elements !== undefined) {
    const { operations, made, box } = paste(view, elements, tab.within);
    if (!perform(operations)) return;
    select(made);
    if (box !== undefined) canvasPort()?.keepInView(box);
    return;
  }
  const steps = stepsIn(text, view.lanes.lanes.filter((lane) => lane.own !== undefined).map((lane) => lane.party.name));
  if (steps.length > mostLines) {
    refuse({ code: 'lines', message: message('canvas.tooManyLines', { n: steps.length, most: mostLines }) });
    return;
  }
  const [after, ...more] = chosen();
  const lead = after === undefined || more.length > 0 ? undefined : view.model.nodes[after];
  const leads = lead !== undefined && lead.kind !== 'end' && lead.kind !== 'note' && lead.kind !== 'group';
  const { operations, made } = pasteLines(view, steps, leads ? lead.id : undefined, tab.within);
  if (made.length === 0 || !perform(operations)) return;
  select(made);
  canvasPort()?.show(made);
}

/** The selection once more, beside itself. */
export function duplicate(): void {
  const view = currentView();
  const meant = view === undefined ? [] : nodesMeant(view, chosen());
  if (view === undefined || meant.length === 0) return;
  const { operations, made } = paste(view, copyFragment(view.model, meant), activeTab()?.within);
  if (perform(operations)) select(made);
}
