import electron, { clipboard, nativeImage, type NativeImage } from 'electron';

/** What the window puts on the clipboard: lines, rich text that carries the elements, and a picture of them. */
interface Copied {
  readonly text: string;
  readonly html?: string | undefined;
  /** PNG at two pixels for each of the page. */
  readonly png?: Uint8Array | undefined;
}

/** The clipboard as Electron had it before it took over the items of the web. */
interface EarlierClipboard {
  write(data: { readonly text: string; readonly html?: string; readonly image?: NativeImage }): void;
  readHTML(): string;
}

const earlier = (): EarlierClipboard | undefined =>
  'readHTML' in clipboard ? (clipboard as unknown as EarlierClipboard) : undefined;

/** Writes all forms of one copy at once, so that each program takes the one it understands. */
export async function writeClipboard({ text, html, png }: Copied): Promise<void> {
  // A picture comes later than its text: something else may have been copied since.
  if (png !== undefined && (await clipboard.readText()) !== text) return;
  const before = earlier();
  if (before !== undefined) {
    const image = png === undefined ? undefined : nativeImage.createFromBuffer(Buffer.from(png), { scaleFactor: 2 });
    before.write({ text, ...(html === undefined ? {} : { html }), ...(image === undefined || image.isEmpty() ? {} : { image }) });
    return;
  }
  await clipboard.write([new electron.ClipboardItem({
    'text/plain': text,
    ...(html === undefined ? {} : { 'text/html': html }),
    ...(png === undefined ? {} : { 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }),
  })]);
}

async function readRichText(): Promise<string> {
  const before = earlier();
  if (before !== undefined) return before.readHTML();
  const item = (await clipboard.read()).find(({ types }) => types.includes('text/html'));
  const html = await item?.getType('text/html');
  return html instanceof Blob ? html.text() : '';
}

export const readClipboard = async (): Promise<{ readonly text: string; readonly html: string }> => ({ text: await clipboard.readText(), html: await readRichText() });
