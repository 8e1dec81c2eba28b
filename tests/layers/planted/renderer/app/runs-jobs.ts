export { runJob } from '../../shared/jobs/run-job.ts';
