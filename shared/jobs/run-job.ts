import { assertNever, type Outcome } from '../language/outcome.ts';
import { analyzeLog } from './analyze-job.ts';
import { checkDocument } from './check-job.ts';
import { estimateDocument } from './estimate-job.ts';
import { exportDocument } from './export-job.ts';
import { importFiles } from './import-job.ts';
import type { Job, ResultOf } from './job.ts';
import type { JobWatch, Ports } from './ports.ts';
import { writeLog } from './log-job.ts';
import { recordReplay } from './replay-job.ts';
import { gatherRun, runShard } from './shard-jobs.ts';
import { compareScenarios, runScenario, studyScenario } from './simulation-jobs.ts';
import { tidyDocument } from './tidy-job.ts';
import { readSheets } from './workbook-job.ts';

/** Does any job: the one table over which window, command line and workers are thin shells. */
export const runJob = <J extends Job>(job: J, ports: Ports, watch: JobWatch = {}): Promise<Outcome<ResultOf<J>>> =>
  dispatch(job, ports, watch) as Promise<Outcome<ResultOf<J>>>;

async function dispatch(job: Job, ports: Ports, watch: JobWatch): Promise<Outcome<unknown>> {
  switch (job.type) {
    case 'import':
      return importFiles(job, ports);
    case 'tidy':
      return tidyDocument(job, ports);
    case 'check':
      return checkDocument(job);
    case 'estimate':
      return estimateDocument(job);
    case 'run':
      return runScenario(job, ports, watch);
    case 'shard':
      return runShard(job, ports, watch);
    case 'gather':
      return gatherRun(job, ports, watch);
    case 'compare':
      return compareScenarios(job, ports, watch);
    case 'study':
      return studyScenario(job, ports, watch);
    case 'log':
      return writeLog(job, ports, watch);
    case 'replay':
      return recordReplay(job, ports, watch);
    case 'analyze':
      return analyzeLog(job);
    case 'workbook':
      return readSheets(job);
    case 'export':
      return exportDocument(job, ports, {
        run: (document, scenario) => runScenario({ type: 'run', document, scenario, gain: 'top', plausible: true }, ports, watch),
        compare: (document, scenarios) => compareScenarios({ type: 'compare', document, scenarios: [...scenarios] }, ports, watch),
      });
    default:
      return assertNever(job);
  }
}
