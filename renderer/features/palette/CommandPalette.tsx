import { Command } from 'cmdk';
import { useMemo, useState, type ReactNode } from 'react';
import { acceleratorOf } from '../../../shared/contract/commands.ts';
import { currentView } from '../../canvas/current-view.ts';
import { commandTable } from '../../commands/table.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { canvasPort } from '../../store/canvas-port.ts';
import { closeDialog } from '../../store/edit.ts';
import { shownKeys } from '../../ui/Key.tsx';
import { useSay } from '../../ui/locale.tsx';

/** Everything that can be done and everything on the page, found by typing. */
export function CommandPalette(): ReactNode {
  const say = useSay();
  const [text, setText] = useState('');
  const keys = useWindow((all) => all.settings.keys);
  const commands = useMemo(() => commandTable().all().filter((command) => command.id !== 'palette.open' && command.id !== 'canvas.escape' && !command.id.startsWith('nudge.') && (command.when?.() ?? true)), []);
  const view = useMemo(() => currentView(), []);
  const close = (act: () => void) => () => {
    closeDialog();
    // The palette gives the focus back first; what was chosen may want it.
    requestAnimationFrame(act);
  };
  return (
    <>
      <div className="backdrop" onPointerDown={closeDialog} />
      <Command className="command-palette" role="dialog" aria-modal="true" aria-label={say('window.search')} label={say('window.search')} onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); closeDialog(); } }}>
        <Command.Input autoFocus value={text} onValueChange={setText} placeholder={say('window.searchPlaceholder')} />
        <Command.List>
          <Command.Empty>{say('canvas.nothingFound')}</Command.Empty>
          {text === '' || view === undefined ? null : (
            <Command.Group heading={say('window.onPage')}>
              {view.page.nodes.filter((node) => (node.name ?? '') !== '').map((node) => (
                <Command.Item key={node.id} value={`${node.name ?? ''} ${node.id}`} className="menu-item" onSelect={close(() => canvasPort()?.reveal([node.id]))}>
                  <span className="menu-label">{node.name}</span>
                  <span className="muted small">{view.model.parties[node.party ?? '']?.name}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={say('window.commands')}>
            {commands.map((command) => {
              const accelerator = acceleratorOf(command, keys);
              return (
                <Command.Item key={command.id} value={`${say(command.label)} ${command.id}`} className="menu-item" onSelect={close(() => void commandTable().run(command.id))}>
                  <span className="menu-label">{say(command.label)}</span>
                  {accelerator === undefined ? null : <span className="menu-keys">{shownKeys(accelerator)}</span>}
                </Command.Item>
              );
            })}
          </Command.Group>
        </Command.List>
      </Command>
    </>
  );
}
