import type { drawing as english } from '../en/drawing.ts';

export const drawing: Record<keyof typeof english, string> = {
};
