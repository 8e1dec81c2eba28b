import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { acceleratorOf, type CommandDescriptor } from '../../../shared/contract/commands.ts';
import { acceleratorOfPress } from '../../commands/keys.ts';
import { canHaveOwnKey, holderOf, isModifier, isReserved, keyAsItCame, withKey } from '../../commands/own-keys.ts';
import { commandTable } from '../../commands/table.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { closeDialog } from '../../store/edit.ts';
import { changeSettings } from '../../store/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Key, shownKeys } from '../../ui/Key.tsx';
import { useSay } from '../../ui/locale.tsx';
import { groupTitles, inGroups } from './groups.ts';

/** A key that is being given to a command, and who has it. */
interface Asked {
  readonly id: string;
  readonly accelerator?: string;
  readonly holder?: CommandDescriptor;
  readonly refused?: string;
}

/** Every command with its key; press another one. A key that is taken is named with its command, and can be taken over. */
export function KeysDialog(): ReactNode {
  const say = useSay();
  const keys = useWindow((all) => all.settings.keys);
  const [asked, setAsked] = useState<Asked>();
  const [search, setSearch] = useState('');
  const all = commandTable().all();
  const wanted = search.trim().toLowerCase();
  const shown = all.filter((command) => canHaveOwnKey(command) && (wanted === '' || say(command.label).toLowerCase().includes(wanted)));

  const give = (id: string, accelerator: string): void => {
    changeSettings({ keys: withKey(all, keys, id, accelerator) });
    setAsked(undefined);
  };
  /** Gives a key at once where it is free; else asks. */
  const ask = (id: string, accelerator: string): void => {
    const holder = accelerator === '' ? undefined : holderOf(all, keys, accelerator, id);
    if (isReserved(accelerator)) setAsked({ id, refused: accelerator });
    else if (holder === undefined) give(id, accelerator);
    else setAsked({ id, accelerator, holder });
  };
  const onKeyDown = (id: string) => (event: KeyboardEvent): void => {
    if (asked?.id !== id || asked.holder !== undefined || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') setAsked(undefined);
    else if (!isModifier(event.key)) ask(id, acceleratorOfPress(event.nativeEvent));
  };

  return (
    <Dialog
      open
      onClose={closeDialog}
      size="wide"
      title={say('files.keys')}
      foot={
        <>
          <Button disabled={Object.keys(keys).length === 0} onClick={() => { setAsked(undefined); changeSettings({ keys: {} }); }}>{say('files.resetKeys')}</Button>
          <span className="grow" />
          <Button kind="primary" onClick={closeDialog}>{say('window.done')}</Button>
        </>
      }
    >
      <input className="input" autoFocus type="search" aria-label={say('files.findCommand')} placeholder={say('files.findCommand')} value={search} onChange={(event) => setSearch(event.target.value)} />
      <div className="keys-list">
        {inGroups(shown).map(({ group, entries }) => (
          <section key={group ?? 'canvas'}>
            <h3>{say(group === undefined ? 'canvas.onCanvas' : groupTitles[group])}</h3>
            <ul>
              {entries.map((command) => {
                const { id } = command;
                const accelerator = acceleratorOf(command, keys);
                const label = say(command.label);
                const waits = asked?.id === id;
                return (
                  <li key={id} data-key-of={id}>
                    <div className="row">
                      <span className="grow">{label}</span>
                      {keys[id] === undefined ? null : <IconButton label={say('files.resetKey', { name: label })} onClick={() => ask(id, keyAsItCame(all, id))}><RotateCcw size={14} /></IconButton>}
                      <button type="button" className="key-button" aria-pressed={waits} aria-label={say('files.keyOf', { name: label, key: accelerator === undefined ? say('files.noKey') : shownKeys(accelerator) })} onClick={() => setAsked(waits ? undefined : { id })} onKeyDown={onKeyDown(id)} onBlur={() => (waits && asked.holder === undefined ? setAsked(undefined) : undefined)}>
                        {waits && asked.holder === undefined ? say('files.pressKey') : accelerator === undefined ? say('files.noKey') : <Key keys={accelerator} />}
                      </button>
                    </div>
                    {waits && asked.refused !== undefined ? <p className="field-error" role="alert">{say('files.keyReserved', { key: shownKeys(asked.refused) })}</p> : null}
                    {waits && asked.holder !== undefined && asked.accelerator !== undefined ? (
                      <div className="key-taken" role="alert">
                        <span className="grow">{say('files.keyTaken', { key: shownKeys(asked.accelerator), name: say(asked.holder.label) })}</span>
                        <Button onClick={() => setAsked(undefined)}>{say('window.cancel')}</Button>
                        <Button kind="primary" autoFocus onClick={() => give(id, asked.accelerator ?? '')}>{say('files.takeOver')}</Button>
                      </div>
                    ) : null}
                    {waits && asked.holder === undefined && accelerator !== undefined ? (
                      <div className="key-taken">
                        <span className="grow muted">{say('files.pressKeyHint')}</span>
                        <Button onPointerDown={(event) => event.preventDefault()} onClick={() => give(id, '')}>{say('files.withoutKey')}</Button>
                      </div>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
