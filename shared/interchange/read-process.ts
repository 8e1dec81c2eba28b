import { message } from '../language/message.ts';
import { fail, type Outcome } from '../language/outcome.ts';
import { readBpmn } from './bpmn/read-bpmn.ts';
import { readDrawio } from './drawio/read-drawio.ts';
import { sniffFormat } from './formats.ts';
import type { Imported } from './imported.ts';
import { applyProsimos, type ProsimosOptions } from './prosimos/read-prosimos.ts';

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a drawing of another tool with the parameter files that lie beside it. The first file is the drawing.
 * Fails in one sentence; never throws.
 */
export async function readProcess([drawing, ...beside]: readonly SourceFile[], options: ProsimosOptions = {}): Promise<Outcome<Imported>> {
  if (drawing === undefined) return fail('interchange.unknownFormat', message('interchange.unknownFormat', { file: '' }));
  const format = sniffFormat(drawing.bytes, drawing.name);
  if (format?.id === 'drawio') return guarded(() => readDrawio(drawing.bytes, drawing.name), drawing.name);
  if (format?.id !== 'bpmn' && !/\.(bpmn2?|xml)$/i.test(drawing.name)) {
    return fail('interchange.unknownFormat', message('interchange.unknownFormat', { file: drawing.name }), { file: drawing.name });
  }
  let imported = await readBpmn(drawing.bytes, drawing.name);
  for (const { name, bytes } of beside) if (imported.ok) imported = applyProsimos(imported.value, bytes, name, options);
  return imported;
}

/** Whatever a reader did not foresee becomes a failure, never an exception. */
function guarded(read: () => Outcome<Imported>, file: string): Outcome<Imported> {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('interchange.unreadable', message('interchange.unreadable', { file, reason }), { file });
  }
}
