import { serve } from '../../shared/jobs/serve.ts';
import type { FromThread, ToThread } from '../../shared/jobs/thread.ts';
import { webPorts } from './web-ports.ts';

serve(
  {
    post: (message: FromThread) => self.postMessage(message),
    listen: (onMessage) => self.addEventListener('message', (event: MessageEvent<ToThread>) => onMessage(event.data)),
  },
  webPorts(),
);
