import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { leadTeam } from '../../shared/document/model/queries.ts';
import { canvasPort } from './canvas-port.ts';
import { showPage } from './edit.ts';
import { activeTab, modelOnCanvas } from './window-store.ts';

/**
 * Leads to an element that a finding speaks of: its page comes up, the canvas goes there. A team has no place of its
 * own, so its first step stands for it, or its lane; for a demand its start.
 */
export function showElement(id: ElementId): void {
  const tab = activeTab();
  if (tab === undefined) return;
  const model = modelOnCanvas(tab);
  const place = placeOf(model, id);
  const process = model.nodes[place]?.process ?? model.flows[place]?.process;
  if (process !== undefined && process !== tab.process) showPage(process);
  requestAnimationFrame(() => canvasPort()?.reveal([place]));
}

/** The element of the page that stands for one: itself, the start of a demand, a step or the lane of a team. */
export function placeOf(model: Model, id: ElementId): ElementId {
  const demand = model.demandClasses[id];
  if (demand !== undefined) return demand.start;
  const team = model.teams[id];
  if (team === undefined) return id;
  const step = Object.values(model.nodes).find((node) => node.kind === 'step' && leadTeam(model, node)?.id === id);
  return step?.id ?? team.party;
}
