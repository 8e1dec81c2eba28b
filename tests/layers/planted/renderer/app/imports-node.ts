export { rm } from 'node:fs/promises';
