import { document } from './de/document.ts';
import { differences } from './de/differences.ts';
import { simulation } from './de/simulation.ts';
import { analysis } from './de/analysis.ts';
import { interchange } from './de/interchange.ts';
import { drawing } from './de/drawing.ts';
import { report } from './de/report.ts';
import { jobs } from './de/jobs.ts';
import { desktop } from './de/desktop.ts';
import { window } from './de/window.ts';
import { files } from './de/files.ts';
import { canvas } from './de/canvas.ts';
import { results } from './de/results.ts';
import { tables } from './de/tables.ts';
import { forms } from './de/forms.ts';
import { fields } from './de/fields.ts';

/** Every sentence of the product in this language, by id. */
export const de = {
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
