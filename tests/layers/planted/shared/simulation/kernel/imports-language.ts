export { words } from '../../language/words.ts';
