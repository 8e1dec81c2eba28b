import { largestLogo, readLogo } from '../../../shared/drawing/logo.ts';
import { encodeBase64 } from '../../../shared/language/base64.ts';

/** The widest that a drawn logo is turned into points, px. */
const widest = 720;

/** An SVG as points: drawn as a picture, so that nothing in it runs or is fetched. */
function drawn(bytes: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    image.addEventListener('error', () => resolve(undefined));
    image.addEventListener('load', () => {
      const [width, height] = [image.naturalWidth || 300, image.naturalHeight || 150];
      const factor = Math.min(4, widest / width, widest / height);
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(width * factor));
      canvas.height = Math.max(1, Math.round(height * factor));
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      try {
        resolve(canvas.toDataURL('image/png'));
      } catch {
        // A picture that carries what the page may not read.
        resolve(undefined);
      }
    });
    image.src = `data:image/svg+xml;base64,${encodeBase64(bytes)}`;
  });
}

/** A logo as the document holds it, from a file that the person chose; undefined where it is no picture or too large. */
export async function logoOfFile(name: string, bytes: Uint8Array): Promise<string | undefined> {
  if (bytes.length > largestLogo) return undefined;
  const kind = /\.png$/i.test(name) ? 'png' : /\.jpe?g$/i.test(name) ? 'jpeg' : undefined;
  const text = kind === undefined ? (/\.svg$/i.test(name) ? await drawn(bytes) : undefined) : `data:image/${kind};base64,${encodeBase64(bytes)}`;
  return readLogo(text)?.href;
}
