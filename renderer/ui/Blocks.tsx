import { useId, useMemo, type ReactNode } from 'react';
import type { Finding } from '../../shared/analysis/readings/finding.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Block, Cell, Picture, Sentence, Table } from '../../shared/report/block.ts';
import { unitNames } from '../../shared/language/units.ts';
import { useLocale, useSay } from './locale.tsx';
import { ScenePicture } from './ScenePicture.tsx';

export interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Leads to an element that a sentence or a cell speaks of. */
  readonly onElement: (id: ElementId) => void;
}

/** Sentences, tables and pictures of a report, as the window shows them. */
export function Blocks({ blocks, onElement }: BlocksProps): ReactNode {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        switch (block.kind) {
          case 'sentence':
            return <SentenceBlock key={`${index}-${block.text.id}`} block={block} onElement={onElement} />;
          case 'table':
            return <TableBlock key={block.id} table={block} onElement={onElement} />;
          case 'picture':
            return <PictureBlock key={block.id} picture={block} />;
        }
      })}
    </div>
  );
}

function SentenceBlock({ block, onElement }: { readonly block: Sentence } & Pick<BlocksProps, 'onElement'>): ReactNode {
  const say = useSay();
  const { finding } = block;
  if (finding === undefined) return <p className={block.strength === 'muted' ? 'muted' : undefined}>{say.message(block.text)}</p>;
  return (
    <div className="finding" data-strength={block.strength}>
      <FindingSentence finding={finding} onElement={onElement} />
      <FindingWhy finding={finding} />
      <Remedies finding={finding} onElement={onElement} />
    </div>
  );
}

const measured = new RegExp(`(\\d[\\d.,]*[ \\u00A0](?:${unitNames})(?![\\p{L}\\p{N}]))`, 'u');

/** A sentence in which no line ends between a number and its unit. */
const unparted = (text: string): ReactNode => text.split(measured).map((part, at) => (at % 2 === 1 ? <span key={at} className="unparted">{part}</span> : part));

/** A finding's sentence; a click leads to the element it speaks of most. */
export function FindingSentence({ finding, onElement }: { readonly finding: Finding } & Pick<BlocksProps, 'onElement'>): ReactNode {
  const say = useSay();
  const first = finding.elements[0];
  const text = unparted(say.message(finding.sentence));
  return first === undefined ? <p>{text}</p> : <button type="button" className="finding-link" onClick={() => onElement(first)}>{text}</button>;
}

/** What stands behind a finding, opened on demand. */
export function FindingWhy({ finding }: { readonly finding: Finding }): ReactNode {
  const say = useSay();
  if (finding.why === undefined || finding.why.length === 0) return null;
  return (
    <details className="why">
      <summary>{say('results.why')}</summary>
      <ul>{finding.why.map((reason, index) => <li key={index}>{say.message(reason)}</li>)}</ul>
    </details>
  );
}

function Remedies({ finding, onElement }: { readonly finding: Finding } & Pick<BlocksProps, 'onElement'>): ReactNode {
  const say = useSay();
  if (finding.remedies === undefined) return null;
  return (
    <ul className="remedies">
      {finding.remedies.map(({ sentence, element }, index) => (
        <li key={index}>
          {element === undefined ? say.message(sentence) : <button type="button" className="link" onClick={() => onElement(element)}>{say.message(sentence)}</button>}
        </li>
      ))}
    </ul>
  );
}

function TableBlock({ table, onElement }: { readonly table: Table } & Pick<BlocksProps, 'onElement'>): ReactNode {
  const say = useSay();
  const title = useId();
  return (
    <section className="result-table" aria-labelledby={title}>
      <h3 id={title}>{say.message(table.title)}</h3>
      <div className="result-table-scroll">
        <table className="table" data-table={table.id}>
          <thead>
            <tr>{table.columns.map((column, at) => <th key={at} scope="col" className={column.align === 'end' ? 'number' : undefined}>{say.message(column.heading)}{column.money === true && column.unit !== undefined ? ` (${column.unit})` : ''}</th>)}</tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => (
                  <td key={at} className={table.columns[at]?.align === 'end' ? 'number' : undefined} data-value={cell.value}>
                    <CellText cell={cell} onElement={onElement} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.note === undefined ? null : <p className="muted note">{say.message(table.note)}</p>}
    </section>
  );
}

function CellText({ cell, onElement }: { readonly cell: Cell } & Pick<BlocksProps, 'onElement'>): ReactNode {
  const say = useSay();
  const { element } = cell;
  const text = say.message(cell.text);
  return element === undefined ? text : <button type="button" className="cell-link" onClick={() => onElement(element)}>{text}</button>;
}

function PictureBlock({ picture }: { readonly picture: Picture }): ReactNode {
  const locale = useLocale();
  const scene = useMemo(() => picture.scene(locale), [picture, locale]);
  return <div className="result-picture" data-picture={picture.id}><ScenePicture scene={scene} fluid /></div>;
}
