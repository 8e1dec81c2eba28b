import { say } from '../../language/say.ts';
import type { Block, Report, Table } from '../block.ts';

/** Characters that would turn text into markup: people's own names must stay names. */
const escape = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`).replaceAll(/\s*\n\s*/g, ' ');

/** The report as GitHub-flavoured Markdown; pictures become the tables behind them. */
export function writeMarkdown(report: Report): string {
  const { locale } = report;
  const parts = [`# ${escape(report.title)}`];
  if (report.subtitle !== undefined) parts.push(escape(say(report.subtitle, locale)));
  if (report.facts.length > 0) parts.push(report.facts.map((fact) => `- **${escape(say(fact.name, locale))}:** ${escape(say(fact.text, locale))}`).join('\n'));
  for (const section of report.sections) {
    parts.push(`## ${escape(say(section.title, locale))}`);
    for (const block of section.blocks) parts.push(...blockParts(block, report));
  }
  return `${parts.join('\n\n')}\n`;
}

function blockParts(block: Block, { locale }: Report): readonly string[] {
  switch (block.kind) {
    case 'sentence': {
      const text = escape(say(block.text, locale));
      return [block.strength === 'headline' ? `**${text}**` : text];
    }
    case 'table':
      return [`### ${escape(say(block.title, locale))}`, tableText(block, (message) => escape(say(message, locale))), ...(block.note === undefined ? [] : [`_${escape(say(block.note, locale))}_`])];
    case 'picture': {
      const { table, description } = block.scene(locale);
      if (table === undefined) return [`_${escape(description)}_`];
      return [rows([table.columns.map(escape), table.columns.map(() => '---'), ...table.rows.map((row) => row.map(escape))])];
    }
  }
}

function tableText(table: Table, sayIt: (message: Table['title']) => string): string {
  return rows([
    table.columns.map((column) => sayIt(column.heading)),
    table.columns.map((column) => (column.align === 'end' ? '--:' : '---')),
    ...table.rows.map((row) => row.map((cell) => sayIt(cell.text).replace(/^ +/, (spaces) => '&nbsp;'.repeat(spaces.length)))),
  ]);
}

const rows = (lines: readonly (readonly string[])[]): string => lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
