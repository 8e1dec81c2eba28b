import { platform } from '../drawing/reads-process.ts';

export const seen = platform;
