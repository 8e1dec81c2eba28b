import { readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Where systems keep their fonts. */
const folders = (): readonly string[] => {
  const home = os.homedir();
  switch (process.platform) {
    case 'win32': return [path.join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts')];
    case 'darwin': return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')];
    default: return ['/usr/share/fonts', '/usr/local/share/fonts', path.join(home, '.local/share/fonts'), path.join(home, '.fonts')];
  }
};

/** Fonts without serifs that hold many scripts, the likeliest first, by the beginning of their files' names. */
const known = [
  'notosans-regular', 'notosanshebrew-regular', 'notosansarabic-regular', 'notosansdevanagari-regular', 'notosansthai-regular', 'notosanssc', 'notosansjp', 'notosanskr', 'notosanscjk',
  'dejavusans.', 'segoeui.', 'arial unicode', 'arialuni', 'arial.', 'tahoma.', 'liberationsans-regular', 'freesans.', 'droidsansfallback', 'wqy-', 'simhei', 'malgun.', 'yugothr', 'symbola',
] as const;

const rankOf = (file: string): number => known.findIndex((name) => path.basename(file).toLowerCase().startsWith(name));

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && /\.(ttf|otf)$/i.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Fonts of the system that together have as many of the signs as can be had, as TrueType or OpenType; none where there are none. */
export async function systemFonts(signs: string): Promise<readonly Uint8Array[]> {
  const files = (await Promise.all(folders().map(filesIn))).flat().filter((file) => rankOf(file) >= 0).toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  // The reader of fonts is large and seldom needed.
  const { signsIn } = await import('../../shared/drawing/painters/pdf-fonts.ts');
  const found: Uint8Array[] = [];
  let lacking = [...new Set(signs)];
  for (const file of files) {
    if (lacking.length === 0) break;
    const bytes = await readFile(file).then((content) => new Uint8Array(content), () => undefined);
    const has = bytes === undefined ? new Set<string>() : signsIn(bytes, lacking);
    if (bytes === undefined || has.size === 0) continue;
    found.push(bytes);
    lacking = lacking.filter((sign) => !has.has(sign));
  }
  return found;
}
