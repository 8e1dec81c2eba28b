import { type PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames, type PDFPage, type PDFRef, endMarkedContent } from 'pdf-lib';
import { breaksAnywhere } from '../layout/text-width.ts';
import { readsLeftwards } from '../layout/visual-order.ts';
import type { Scene, Shape, TextShape } from '../scene.ts';

/** The largest text of a picture, the first of them: its heading. */
function headingOf(shapes: readonly Shape[]): TextShape | undefined {
  let best: TextShape | undefined;
  for (const shape of shapes) {
    const one = shape.kind === 'group' ? headingOf(shape.shapes) : shape.kind === 'text' ? shape : undefined;
    if (one !== undefined && one.size > (best?.size ?? 0)) best = one;
  }
  return best;
}

/** Lines as one text: the end of a line is a space, but not after a hyphen or slash, nor between ideographs. */
const said = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (text === '' || /\S[-/]$/.test(text) || (breaksAnywhere(text.slice(-1)) && breaksAnywhere(line.slice(0, 1))) ? text + line : `${text} ${line}`), '');

/** What of one sheet is read aloud, in the order in which it is drawn. */
export class SheetTags {
  readonly elements: PDFRef[] = [];
  private readonly document: PDFDocument;
  private readonly page: PDFPage;
  private readonly section: PDFRef;
  private readonly heading: TextShape | undefined;

  constructor(document: PDFDocument, page: PDFPage, section: PDFRef, scene: Scene) {
    this.document = document;
    this.page = page;
    this.section = section;
    this.heading = headingOf(scene.shapes);
  }

  /** Before the operators of a text and after them. */
  text(shape: TextShape): readonly [PDFOperator, PDFOperator] {
    const kind = shape === this.heading ? 'H1' : 'P';
    const number = this.elements.length;
    // Lines are read on as one text; and what is read from right to left stands in another order than it is said.
    const actual = shape.lines.length > 1 || shape.lines.some(({ text }) => readsLeftwards(text)) ? { ActualText: PDFHexString.fromText(shape.whole ?? said(shape.lines.map(({ text }) => text))) } : {};
    this.elements.push(this.document.context.register(this.document.context.obj({ Type: 'StructElem', S: kind, P: this.section, Pg: this.page.ref, K: number, ...actual })));
    return [PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [`/${kind}`, `<</MCID ${number}>>`]), endMarkedContent()];
  }
}

/** Before and after what only decorates: lines, grounds, the foot of a sheet. */
export const decoration = (): readonly [PDFOperator, PDFOperator] => [PDFOperator.of(PDFOperatorNames.BeginMarkedContent, ['/Artifact']), endMarkedContent()];

/** The structure of a document (ISO 32000-1, 14.7 and 14.8): a section a sheet, its texts as paragraphs under one heading. */
export class PdfTags {
  private readonly document: PDFDocument;
  private readonly root: PDFRef;
  private readonly whole: PDFRef;
  private readonly sheets: { readonly section: PDFRef; readonly tags: SheetTags; readonly page: PDFPage; readonly title: string }[] = [];

  constructor(document: PDFDocument) {
    this.document = document;
    this.root = document.context.nextRef();
    this.whole = document.context.nextRef();
  }

  /** Opens the next sheet. */
  sheet(page: PDFPage, scene: Scene): SheetTags {
    const section = this.document.context.nextRef();
    const tags = new SheetTags(this.document, page, section, scene);
    page.node.set(PDFName.of('StructParents'), this.document.context.obj(this.sheets.length));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    this.sheets.push({ section, tags, page, title: scene.title });
    return tags;
  }

  /** Writes the structure, after the last sheet. */
  close(): void {
    const { context, catalog } = this.document;
    for (const { section, tags, page, title } of this.sheets) {
      context.assign(section, context.obj({ Type: 'StructElem', S: 'Sect', P: this.whole, Pg: page.ref, T: PDFHexString.fromText(title), K: tags.elements }));
    }
    context.assign(this.whole, context.obj({ Type: 'StructElem', S: 'Document', P: this.root, K: this.sheets.map(({ section }) => section) }));
    const parents = context.register(context.obj({ Nums: this.sheets.flatMap(({ tags }, at) => [at, context.obj(tags.elements)]) }));
    context.assign(this.root, context.obj({ Type: 'StructTreeRoot', K: this.whole, ParentTree: parents, ParentTreeNextKey: this.sheets.length }));
    catalog.set(PDFName.of('StructTreeRoot'), this.root);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }
}
