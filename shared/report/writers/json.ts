import { say } from '../../language/say.ts';
import type { Report } from '../block.ts';

/** The report as data: sentences as said, tables with their exact numbers where there are any, each with its unit where its column has none. */
export function writeJson(report: Report): string {
  const { locale } = report;
  const content = {
    title: report.title,
    language: locale,
    facts: report.facts.map(({ name, text }) => ({ name: say(name, locale), text: say(text, locale) })),
    sections: report.sections.map((section) => ({
      id: section.id,
      title: say(section.title, locale),
      blocks: section.blocks.map((block) => {
        switch (block.kind) {
          case 'sentence':
            return { kind: block.kind, text: say(block.text, locale), elements: block.finding?.elements ?? [] };
          case 'table':
            return {
              kind: block.kind,
              id: block.id,
              title: say(block.title, locale),
              columns: block.columns.map((column) => ({ heading: say(column.heading, locale), ...(column.unit === undefined ? {} : { unit: column.unit }) })),
              rows: block.rows.map((row) => row.map((cell, at) => (cell.value === undefined ? say(cell.text, locale).trim() : cell.unit === undefined || block.columns[at]?.unit !== undefined ? cell.value : { value: cell.value, unit: cell.unit }))),
            };
          case 'picture': {
            const { title, description, table } = block.scene(locale);
            return { kind: block.kind, id: block.id, title, description, ...(table === undefined ? {} : { table }) };
          }
        }
      }),
    })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
