export const host = new URL('app://crossflow').host;
