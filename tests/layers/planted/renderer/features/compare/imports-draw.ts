export const load = () => import('../draw/pen.ts');
