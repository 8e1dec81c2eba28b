import { fit, textAt, textIn } from '../layout/wrap.ts';
import { type Scene, type Shape, group, path, rect } from '../scene.ts';
import { type ColourRole, textOn } from '../theme.ts';
import { type ChartOptions, chartScene, chartWidth, titleHeight } from './chart.ts';

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly fill: ColourRole;
  readonly text: string;
  /** Spoken in full: "Sales → Legal: 3.2 days". */
  readonly title?: string;
}

export interface MatrixData {
  /** What stands in the corner: "from \\ to". */
  readonly corner: string;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly cells: readonly MatrixCell[];
}

const cellHeight = 36;
const headHeight = 44;

/** A table of boundaries, coloured by class; the number is printed in every cell, so colour never stands alone. */
export function heatMatrix(data: MatrixData, options: ChartOptions): Scene {
  const width = options.width ?? chartWidth;
  const names = Math.min(width * 0.3, 16 + Math.max(0, ...data.rows.map((row) => fit(row.name, width * 0.3, 13).width), fit(data.corner, width * 0.3, 12).width));
  const cellWidth = Math.min(120, (width - names) / Math.max(1, data.columns.length));
  const top = titleHeight(options);
  const body = top + headHeight;
  const byPlace = new Map(data.cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]));
  const shapes: Shape[] = [textAt(0, body - 8, data.corner, { size: 12, colour: 'muted', width: names - 8 })];
  data.columns.forEach((column, i) => {
    shapes.push(textIn({ x: names + i * cellWidth + 3, y: top, width: cellWidth - 6, height: headHeight - 4 }, column.name, { size: 12, weight: 'bold', maxLines: 3, lineHeight: 14, vertical: 'bottom' }));
  });
  data.rows.forEach((row, j) => {
    const y = body + j * cellHeight;
    shapes.push(textAt(0, y + cellHeight / 2 + 4.5, row.name, { size: 13, weight: 'bold', width: names - 10 }));
    data.columns.forEach((column, i) => {
      const box = { x: names + i * cellWidth, y, width: cellWidth, height: cellHeight };
      const cell = byPlace.get(`${row.id}\n${column.id}`);
      if (!cell) {
        shapes.push(rect(box, { fill: 'surface', stroke: 'line' }));
        if (row.id === column.id) shapes.push(path([['M', box.x + cellWidth / 2 - 5, y + cellHeight / 2], ['L', box.x + cellWidth / 2 + 5, y + cellHeight / 2]], { stroke: 'line', width: 1.5 }));
        return;
      }
      shapes.push(group(
        [rect(box, { fill: cell.fill, stroke: 'line' }), textAt(box.x + cellWidth / 2, y + cellHeight / 2 + 4.3, cell.text, { size: 12, anchor: 'middle', colour: textOn(cell.fill), width: cellWidth - 8 })],
        { title: cell.title ?? `${row.name} → ${column.name}: ${cell.text}` },
      ));
    });
  });
  return chartScene(options, body + data.rows.length * cellHeight + 2, shapes, {
    columns: [data.corner, ...data.columns.map((column) => column.name)],
    rows: data.rows.map((row) => [row.name, ...data.columns.map((column) => byPlace.get(`${row.id}\n${column.id}`)?.text ?? '')]),
  });
}
