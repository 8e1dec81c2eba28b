import { useState, type FormEvent, type ReactNode } from 'react';
import { commandTable } from '../commands/table.ts';
import { Button } from '../ui/Button.tsx';
import { useSay } from '../ui/locale.tsx';
import { elementsIn } from './clipboard.ts';
import { readLaneNames } from './typed-names.ts';

/** The question of an empty page: its answer makes the lanes. */
export function EmptyCanvas({ onLanes }: { readonly onLanes: (names: readonly string[]) => void }): ReactNode {
  const say = useSay();
  const [text, setText] = useState('');
  const names = readLaneNames(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (names.length > 0) onLanes(names);
  };
  return (
    <form className="empty-canvas" onSubmit={submit}>
      <h2>
        <label htmlFor="lane-names">{say('canvas.whichDepartments')}</label>
      </h2>
      <div className="row">
        <input
          id="lane-names"
          className="input"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder={say('canvas.departmentsExample')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            // Elements copied elsewhere are meant for the page, not for the field.
            if (elementsIn(event.clipboardData.getData('text/html')) === undefined) return;
            event.preventDefault();
            commandTable().run('edit.paste');
          }}
        />
        <Button kind="primary" type="submit" disabled={names.length === 0}>
          {say('canvas.makeLanes', { n: names.length })}
        </Button>
      </div>
      <p className="muted small">{say('canvas.departmentsHint')}</p>
    </form>
  );
}
