// The one door to zod: without `jitless` it compiles code at run time, which the window's content policy forbids.
import * as z from 'zod';

z.config({ jitless: true });

export { z };
