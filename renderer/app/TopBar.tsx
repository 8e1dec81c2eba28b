import { ChevronDown, Menu as MenuIcon, Plus, Search, Share, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { dirty } from '../../shared/document/editing/history.ts';
import { scenariosInOrder, todayId } from '../../shared/document/scenarios/document.ts';
import { acceleratorOf } from '../../shared/contract/commands.ts';
import { commandTable } from '../commands/table.ts';
import { useKeyOf } from '../hooks/use-key-of.ts';
import { useTab, useWindow } from '../hooks/use-window.ts';
import { openDialog, setMode, showScenario } from '../store/edit.ts';
import { askToClose, newDocument } from '../store/files.ts';
import { modes } from '../store/state.ts';
import { activate } from '../store/tabs.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { shownKeys } from '../ui/Key.tsx';
import { useSay } from '../ui/locale.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';

function Tabs(): ReactNode {
  const say = useSay();
  const keyOf = useKeyOf();
  const tabs = useWindow((all) => all.tabs);
  const active = useWindow((all) => all.active);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.querySelector('[data-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' }), [active, tabs.length]);
  return (
    <nav ref={bar} className="file-tabs" aria-label={say('window.documents')}>
      {tabs.map((tab) => {
        const unsaved = dirty(tab.history);
        return (
          <div key={tab.id} className="file-tab" data-current={tab.id === active ? '' : undefined} data-dirty={unsaved ? '' : undefined} onAuxClick={(event) => (event.button === 1 ? askToClose(tab.id) : undefined)}>
            <button type="button" className="file-name clip" aria-current={tab.id === active ? 'page' : undefined} title={tab.file?.path ?? tab.name} onClick={() => activate(tab.id)}>
              {tab.name}
            </button>
            <button type="button" className="icon-button tab-close" aria-label={say(unsaved ? 'window.closeUnsaved' : 'window.closeNamed', { name: tab.name })} onClick={() => askToClose(tab.id)}>
              {unsaved ? <span className="unsaved" aria-hidden="true">●</span> : null}
              <X size={13} />
            </button>
          </div>
        );
      })}
      {tabs.length === 0 ? null : <IconButton label={say('desktop.commandNew')} keys={keyOf('document.new')} onClick={newDocument}><Plus size={15} /></IconButton>}
    </nav>
  );
}

function ScenarioPicker(): ReactNode {
  const say = useSay();
  const document = useTab((tab) => tab.history.document);
  const scenario = useTab((tab) => tab.scenario);
  if (document === undefined || scenario === undefined) return null;
  const entries: MenuEntry[] = [
    ...scenariosInOrder(document).map((one) => ({
      id: one.id,
      label: one.id === todayId ? say('window.today') : one.name,
      checked: one.id === scenario,
      onSelect: () => showScenario(one.id),
    })),
    'divider',
    { id: 'proposal.add', label: say('desktop.commandAddProposal'), onSelect: () => void commandTable().run('proposal.add') },
  ];
  const name = scenario === todayId ? say('window.today') : (document.scenarios[scenario]?.name ?? scenario);
  return (
    <Menu
      entries={entries}
      trigger={
        <button type="button" className="button scenario-picked" data-kind="quiet" data-scenario={scenario} aria-label={say('window.onCanvas', { name })} title={name}>
          <span className="clip">{name}</span>
          <ChevronDown size={14} />
        </button>
      }
    />
  );
}

/** Everything of the native menu, for those who have none: the same commands. */
function MainMenu(): ReactNode {
  const say = useSay();
  const keys = useWindow((all) => all.settings.keys);
  const wanted = ['document.new', 'document.open', 'window.start', 'document.save', 'document.saveAs', 'document.versions', 'document.saveAsTemplate', 'document.export', 'document.print', 'document.ask', 'document.settings', 'comments.open', 'settings.open', 'palette.open', 'help.open', 'help.shortcuts', 'help.keys', 'help.about'];
  const entries: MenuEntry[] = wanted.flatMap((id): MenuEntry[] => {
    const command = commandTable().get(id);
    if (command === undefined) return [];
    const accelerator = acceleratorOf(command, keys);
    const divided = ['document.save', 'document.export', 'document.settings', 'palette.open'].includes(id);
    return [...(divided ? (['divider'] as const) : []), {
      id, label: say(command.label), keys: accelerator === undefined ? undefined : shownKeys(accelerator), disabled: command.when?.() === false, onSelect: () => void commandTable().run(id),
    }];
  });
  return <Menu entries={entries} trigger={<button type="button" className="icon-button" aria-label={say('window.menu')}><MenuIcon size={17} /></button>} />;
}

/** File, what is on the canvas, modes, search, export. */
export function TopBar(): ReactNode {
  const say = useSay();
  const mode = useTab((tab) => tab.mode);
  const name = useTab((tab) => tab.name);
  const search = useKeyOf()('palette.open');
  return (
    <header className="top-bar">
      {name === undefined ? null : <h1 className="visually-hidden">{name}</h1>}
      <div className="top-bar-side">
        <MainMenu />
        <Tabs />
        <ScenarioPicker />
      </div>
      {mode === undefined ? <span /> : (
        <Segments label={say('window.modes')} value={mode} choices={modes.map((one) => ({ value: one, label: say(`window.mode.${one}`) }))} onChange={setMode} />
      )}
      <div className="top-bar-side" data-side="end">
        <button type="button" className="search-box" onClick={() => openDialog({ kind: 'palette' })} aria-label={say('window.search')}>
          <Search size={14} />
          <span>{say('window.search')}</span>
          {search === undefined ? null : <kbd className="key">{shownKeys(search)}</kbd>}
        </button>
        {mode === undefined ? null : (
          <Button onClick={() => openDialog({ kind: 'export' })}>
            <Share size={15} />
            {say('window.export')}
          </Button>
        )}
      </div>
    </header>
  );
}
