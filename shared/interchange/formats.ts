import type { MessageId } from '../language/message.ts';
import { modelSpace } from './bpmn/namespaces.ts';
import { decodeSingleByte } from './single-byte.ts';

export const formatIds = ['crossflow', 'bpmn', 'prosimos', 'xes', 'csv', 'drawio'] as const;
export type FormatId = (typeof formatIds)[number];

/** A kind of file that Crossflow reads: what dialogs, drag-and-drop and the command line know of it. */
export interface Format {
  readonly id: FormatId;
  readonly name: MessageId;
  /** Endings with the dot, in lower case; the first one is proposed. */
  readonly extensions: readonly string[];
  /** What it holds: a document, parameters for a drawing beside it, or an event log. */
  readonly holds: 'document' | 'parameters' | 'log';
  /** Whether the beginning of a file, as plain characters, looks like this format. */
  readonly looksLike: (head: string, name: string) => boolean;
}

const isTag = (head: string, pattern: RegExp): boolean => pattern.test(head.replaceAll(/<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, '').trimStart());

export const formats: readonly Format[] = [
  {
    id: 'crossflow', name: 'interchange.format.crossflow', extensions: ['.crossflow'], holds: 'document',
    looksLike: (head) => head.trimStart().startsWith('{') && /"format"\s*:\s*"crossflow"/.test(head),
  },
  {
    id: 'bpmn', name: 'interchange.format.bpmn', extensions: ['.bpmn', '.bpmn2', '.bpmn20.xml'], holds: 'document',
    looksLike: (head) => head.includes(modelSpace) && isTag(head, /^<([\w.-]+:)?definitions\b/),
  },
  {
    id: 'prosimos', name: 'interchange.format.prosimos', extensions: ['.json'], holds: 'parameters',
    looksLike: (head) => head.trimStart().startsWith('{') && /"(resource_profiles|task_resource_distribution|gateway_branching_probabilities|arrival_time_distribution)"\s*:/.test(head),
  },
  {
    id: 'xes', name: 'interchange.format.xes', extensions: ['.xes', '.xes.gz'], holds: 'log',
    looksLike: (head, name) => isTag(head, /^<([\w.-]+:)?log\b/) || (head.startsWith('\u001f\u008b') && name.endsWith('.xes.gz')),
  },
  {
    id: 'drawio', name: 'interchange.format.drawio', extensions: ['.drawio', '.dio'], holds: 'document',
    looksLike: (head) => isTag(head, /^<(mxfile|mxGraphModel)\b/),
  },
  {
    id: 'csv', name: 'interchange.format.csv', extensions: ['.csv', '.tsv'], holds: 'log',
    looksLike: (head, name) => /\.(csv|tsv|txt)$/.test(name) && /^[^\r\n<{]*[,;\t|][^\r\n]*[\r\n]/.test(head),
  },
];

/**
 * The format of a file: by its content, else by its name, so that the reader of that format can say what is wrong with
 * it. Undefined where neither tells.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): Format | undefined {
  const name = fileName.toLowerCase();
  const head = decodeSingleByte(bytes.subarray(0, 65_536), 'iso-8859-1').replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  const plain = head.startsWith('\u001f\u008b') ? head : head.replaceAll('\u0000', '');
  return formats.find((format) => format.looksLike(plain, name)) ?? formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}
