import type { Document } from '../document/scenarios/document.ts';
import { applyTidy, tidy } from '../drawing/layout/tidy/tidy.ts';
import { message } from '../language/message.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import type { JobOf, JobResults } from './job.ts';
import type { Ports } from './ports.ts';

/** Lays out the named page, or all of them. */
export async function tidyDocument(job: JobOf<'tidy'>, ports: Pick<Ports, 'layout'>): Promise<Outcome<JobResults['tidy']>> {
  const { document, process } = job;
  const pages = Object.keys(document.model.processes);
  if (process !== undefined && !pages.includes(process)) {
    return fail('process-missing', message('jobs.noProcess', { process, list: pages.join(', ') }));
  }
  return succeed({ document: await tidyPages(document, process === undefined ? pages : [process], ports) });
}

/** A document whose given pages are laid out anew, lanes kept. */
export async function tidyPages(document: Document, pages: readonly string[], ports: Pick<Ports, 'layout'>): Promise<Document> {
  if (pages.length === 0) return document;
  const engine = await ports.layout();
  let { model } = document;
  for (const id of pages) {
    const process = model.processes[id];
    if (process !== undefined) model = applyTidy(model, id, await tidy(model, process, engine));
  }
  return { ...document, model };
}
