import pc from 'picocolors';
import { plainStyle, type TextStyle } from '../../shared/report/writers/text.ts';
import type { Terminal } from './terminal.ts';

const colours = pc.createColors(true);

/** Bold and dim where the screen can, else nothing. */
export const textStyle = (terminal: Terminal): TextStyle => (terminal.colours ? { strong: colours.bold, quiet: colours.dim } : plainStyle);
