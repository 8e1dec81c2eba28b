import type { FromThread, ToThread } from '../../shared/jobs/thread.ts';
import { webPorts } from './web-ports.ts';

// What was said before the jobs are loaded waits until they are.
const early: MessageEvent<ToThread>[] = [];
let hear = (event: MessageEvent<ToThread>): unknown => early.push(event);
self.addEventListener('message', (event: MessageEvent<ToThread>) => hear(event));

const { serve } = await import('../../shared/jobs/serve.ts');

serve(
  {
    post: (message: FromThread) => self.postMessage(message),
    listen: (onMessage) => {
      hear = (event) => onMessage(event.data);
      for (const event of early.splice(0)) hear(event);
    },
  },
  webPorts(),
);
