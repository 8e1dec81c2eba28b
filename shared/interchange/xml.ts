import { SaxesParser } from 'saxes';
import { message, type Message } from '../language/message.ts';
import { fail, succeed, type Outcome } from '../language/outcome.ts';

/** An element of an XML file with what a reader needs of it. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** Namespace address; empty where none is declared. */
  readonly space: string;
  /** Attribute values by name as written, prefix included, without namespace declarations. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Own text, without that of the children. */
  readonly text: string;
  readonly line: number;
}

interface Building extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Deeper nesting than this is no drawing but an attack on the reader's stack. */
const deepest = 400;

class Stop extends Error {
  readonly reason: Message;
  constructor(reason: Message) {
    super(reason.id);
    this.reason = reason;
  }
}

/**
 * The root of an XML text. Entities that a document type declares are not expanded, and nothing is ever fetched.
 * Fails in one sentence with the line where the text is not well formed, cut off, or nested beyond reason.
 */
export function parseXml(text: string, file: string): Outcome<XmlElement> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Building[] = [];
  let root: Building | undefined;
  parser.on('error', (error) => {
    const reason = tolerable(error.message) ? undefined : explain(error.message, open.at(-1)?.name, parser.line, file);
    if (reason !== undefined) throw new Stop(reason);
  });
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) throw new Stop(message('interchange.nestedTooDeep', { file, line: parser.line, limit: deepest }));
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns') attributes.set(attribute.name, attribute.value);
    }
    const element: Building = { name: tag.local, space: tag.uri, attributes, children: [], text: '', line: parser.line };
    if (open.length > 0) open.at(-1)?.children.push(element);
    else root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(text).close();
  } catch (error) {
    const reason = error instanceof Stop ? error.reason : message('interchange.brokenXml', { file, line: parser.line, reason: String(error) });
    return fail('interchange.notXml', reason, { file });
  }
  if (root === undefined) return fail('interchange.notXml', message('interchange.noXml', { file }), { file });
  return succeed(root);
}

/** A prefix without declaration is a slip of the exporting tool; the element then belongs to no namespace. */
const tolerable = (error: string): boolean => error.includes('unbound namespace prefix');

function explain(error: string, element: string | undefined, line: number, file: string): Message {
  const text = error.replace(/^\S*?\d+:\d+:\s*/, '');
  if (text.startsWith('unclosed tag') || text.includes('unexpected end')) return message('interchange.cutOff', { file, line, element: element ?? text.replace('unclosed tag: ', '') });
  if (text.startsWith('undefined entity')) return message('interchange.entity', { file, line });
  if (text.includes('document must contain a root element')) return message('interchange.noXml', { file });
  return message('interchange.brokenXml', { file, line, reason: text.replace(/\.$/, '') });
}
