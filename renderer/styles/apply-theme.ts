import { themes, type ThemeName } from '../../shared/drawing/theme.ts';

const kebab = (role: string): string => role.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Writes the drawing's own colours to custom properties (`--canvas`, `--on-accent`, `--heat-3`, …), so that the window
 * and the exported picture cannot drift apart.
 */
export function applyTheme(name: ThemeName, root: HTMLElement = document.documentElement): void {
  root.dataset['theme'] = name;
  root.style.colorScheme = name === 'dark' ? 'dark' : 'light';
  for (const [role, colour] of Object.entries(themes[name].colours)) root.style.setProperty(`--${kebab(role)}`, colour);
}

/** Text size in per cent (100–200) and whether things may move. */
export function applyComfort(textSize: number, reducedMotion: boolean, root: HTMLElement = document.documentElement): void {
  root.style.setProperty('--scale', String(textSize / 100));
  root.dataset['motion'] = reducedMotion ? 'reduced' : 'full';
}
