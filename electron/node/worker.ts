import { parentPort } from 'node:worker_threads';
import { serve } from '../../shared/jobs/serve.ts';
import type { ToThread } from '../../shared/jobs/thread.ts';
import { nodePorts } from './job-ports.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a thread of the pool.');

serve({ post: (message) => port.postMessage(message), listen: (onMessage) => void port.on('message', (message: ToThread) => onMessage(message)) }, nodePorts());
