export const runJob = 1;
