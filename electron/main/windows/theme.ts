import { nativeTheme } from 'electron';
import type { Theme } from './stored-looks.ts';

/** High contrast is a dark theme of ours, since the system's own choice has no third value. */
export const applyTheme = (theme: Theme): void => {
  nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme;
};
