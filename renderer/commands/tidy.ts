import type { Operation } from '../../shared/document/operations/all.ts';
import { message } from '../../shared/language/message.ts';
import { say } from '../../shared/language/say.ts';
import { submitJob } from '../host/jobs.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { openDialog, perform } from '../store/edit.ts';
import { activeTab, localeOf, modelOnCanvas, processOnCanvas, setState, state } from '../store/window-store.ts';

/** Lays the page on the canvas out anew, off the window's thread; one undo brings the old layout back. */
export async function tidyPage(): Promise<void> {
  const tab = activeTab();
  const process = tab === undefined ? undefined : processOnCanvas(tab);
  if (tab === undefined || process === undefined) return;
  const before = modelOnCanvas(tab);
  const handle = submitJob({ type: 'tidy', document: { ...tab.history.document, model: before }, process: process.id });
  setState({ busy: { label: say(message('window.tidying'), localeOf(state())), cancel: () => handle.cancel() } });
  const outcome = await handle.outcome;
  setState({ busy: undefined });
  if (!outcome.ok) {
    if (outcome.failure.code !== 'cancelled') openDialog({ kind: 'failure', failure: outcome.failure });
    return;
  }
  if (activeTab()?.id !== tab.id) return;
  const after = outcome.value.document.model;
  const operations: Operation[] = [];
  for (const lane of after.processes[process.id]?.lanes ?? []) {
    const old = process.lanes.find((one) => one.party === lane.party);
    if (old !== undefined && old.size !== lane.size) operations.push({ type: 'lane.resize', process: process.id, party: lane.party, size: lane.size });
  }
  for (const node of Object.values(after.nodes)) {
    const old = before.nodes[node.id];
    if (old === undefined || node.size === undefined || (node.size.width === old.size?.width && node.size.height === old.size?.height)) continue;
    operations.push({ type: 'node.resize', node: node.id, size: node.size });
  }
  const moves = Object.values(after.nodes)
    .filter((node) => node.process === process.id && before.nodes[node.id] !== undefined)
    .map((node) => ({ node: node.id, position: node.position }));
  if (moves.length > 0) operations.push({ type: 'node.move', moves });
  for (const flow of Object.values(after.flows)) {
    const old = before.flows[flow.id];
    if (old === undefined || flow.process !== process.id || (flow.waypoints === undefined && old.waypoints === undefined)) continue;
    operations.push({ type: 'flow.reroute', flow: flow.id, ...(flow.waypoints === undefined ? {} : { waypoints: flow.waypoints }) });
  }
  if (operations.length > 0 && perform(operations)) requestAnimationFrame(() => canvasPort()?.settle());
}
