/** Cells of a rectangle, row by row, as spreadsheets put them on the clipboard. */
export type Block = readonly (readonly string[])[];

/**
 * Reads tab-separated text as Excel, LibreOffice and Google Sheets write it: cells that hold tabs, line ends or quotes
 * stand in quotes, with quotes doubled; the line end after the last row means nothing.
 */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]];
  let at = 0;
  let cell = '';
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' && cell === '') {
      const [inside, after] = readQuoted(text, at);
      cell = inside;
      at = after;
    } else if (sign === '\t') {
      endCell();
      at += 1;
    } else if (sign === '\n' || sign === '\r') {
      endCell();
      at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1;
      if (at < text.length) rows.push([]);
    } else {
      cell += sign;
      at += 1;
    }
  }
  if (cell !== '' || rows.at(-1)?.length === 0 || text.endsWith('\t')) endCell();
  return rows;
}

/** The cell from a quote on, and where it ends. A quote that is never closed is a sign like any other. */
function readQuoted(text: string, from: number): readonly [inside: string, after: number] {
  let inside = '';
  let at = from + 1;
  while (at < text.length) {
    if (text[at] !== '"') inside += text[at];
    else if (text[at + 1] === '"') {
      inside += '"';
      at += 1;
    } else return [inside, at + 1];
    at += 1;
  }
  return ['"', from + 1];
}

const written = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes cells so that a spreadsheet pastes them as cells. */
export const writeBlock = (block: Block): string => block.map((row) => row.map(written).join('\t')).join('\n');
