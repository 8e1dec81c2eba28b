import { X } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { DataObject, System } from '../../../shared/document/model/organisation.ts';
import { idMaker } from '../../../shared/document/model/queries.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform } from '../../store/edit.ts';
import { useSay } from '../../ui/locale.tsx';

export interface TableFieldProps {
  readonly table: 'systems' | 'dataObjects';
  readonly value: string[] | undefined;
  readonly onChange: (value: string[] | undefined) => void;
}

/** Several systems or data objects by name; a new name makes a new one. */
export function TableField({ table, value = [], onChange }: TableFieldProps): ReactNode {
  const say = useSay();
  const model = useModel();
  const [text, setText] = useState('');
  if (model === undefined) return null;
  const rows: readonly (System | DataObject)[] = Object.values(model[table]);
  const add = (): void => {
    const name = text.trim();
    setText('');
    if (name === '') return;
    const known = rows.find((row) => row.name.toLowerCase() === name.toLowerCase());
    const id = known?.id ?? idMaker(model)(table === 'systems' ? 'system' : 'data');
    if (known === undefined && !perform(table === 'systems' ? { type: 'system.add', system: { id, name } } : { type: 'dataObject.add', dataObject: { id, name } })) return;
    if (!value.includes(id)) onChange([...value, id]);
  };
  const list = `names-of-${table}`;
  return (
    <div className="chips">
      {value.map((id) => (
        <span key={id} className="chip">
          {rows.find((row) => row.id === id)?.name ?? id}
          <button type="button" aria-label={say('canvas.removeNamed', { name: rows.find((row) => row.id === id)?.name ?? id })} onClick={() => { const rest = value.filter((one) => one !== id); onChange(rest.length === 0 ? undefined : rest); }}>
            <X size={11} />
          </button>
        </span>
      ))}
      <input className="input" list={list} value={text} placeholder={say('canvas.addName')} aria-label={say('canvas.addName')} onChange={(event) => setText(event.target.value)} onBlur={add}
        onKeyDown={(event: KeyboardEvent) => { if (event.key === 'Enter') { event.preventDefault(); add(); } }} />
      <datalist id={list}>{rows.map((row) => <option key={row.id} value={row.name} />)}</datalist>
    </div>
  );
}
