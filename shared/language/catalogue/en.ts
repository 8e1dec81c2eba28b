import { document } from './en/document.ts';
import { differences } from './en/differences.ts';
import { simulation } from './en/simulation.ts';
import { analysis } from './en/analysis.ts';
import { interchange } from './en/interchange.ts';
import { drawing } from './en/drawing.ts';
import { report } from './en/report.ts';
import { jobs } from './en/jobs.ts';
import { desktop } from './en/desktop.ts';
import { window } from './en/window.ts';
import { files } from './en/files.ts';
import { canvas } from './en/canvas.ts';
import { results } from './en/results.ts';
import { tables } from './en/tables.ts';
import { forms } from './en/forms.ts';
import { fields } from './en/fields.ts';

/** Every sentence of the product in this language, by id. */
export const en = {
  ...document,
  ...differences,
  ...simulation,
  ...analysis,
  ...interchange,
  ...drawing,
  ...report,
  ...jobs,
  ...desktop,
  ...window,
  ...files,
  ...canvas,
  ...results,
  ...tables,
  ...forms,
  ...fields,
};
