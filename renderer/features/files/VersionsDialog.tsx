import { Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import type { Backup } from '../../../shared/contract/files.ts';
import { useTab } from '../../hooks/use-window.ts';
import { closeDialog, undo } from '../../store/edit.ts';
import { backupsOf, forgetVersion, keepVersion, restoreVersion, versionsOf, type Version } from '../../store/versions.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { tell } from '../../ui/Toaster.tsx';
import { DifferenceList } from './DifferenceList.tsx';

function Row({ version }: { readonly version: Version }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { name, when, author, since } = version;
  const time = when === undefined ? '' : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(when);
  const called = name ?? say('files.savedAt', { time });
  const [first] = since;
  const restore = (): void => {
    if (restoreVersion(version, called)) tell({ text: say('files.restored', { name: called }), action: { label: say('desktop.commandUndo'), onClick: undo } });
  };
  return (
    <li className="version" data-version={version.id}>
      <div className="version-head">
        <div className="grow">
          <strong className="clip">{called}</strong>
          <span className="muted small">{[name === undefined ? say('files.keptByItself') : time, author].filter((part) => part !== undefined && part !== '').join(' · ')}</span>
        </div>
        {name === undefined ? null : <IconButton label={say('files.forgetVersion', { name })} onClick={() => forgetVersion(version.id)}><Trash2 size={15} /></IconButton>}
        <Button disabled={first === undefined} onClick={restore} aria-label={say('files.restoreNamed', { name: called })}>{say('files.restore')}</Button>
      </div>
      {first === undefined ? <p className="muted">{say('files.asNow')}</p> : (
        <p className="version-since">
          <span className="grow">{say.message(first)}</span>
          {since.length > 1 ? <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>{say(open ? 'files.fewer' : 'files.andMore', { n: since.length - 1 })}</LinkButton> : null}
        </p>
      )}
      {open ? <DifferenceList title={say('files.sinceThen')} sentences={since} /> : null}
    </li>
  );
}

/** States of the document that can be had back: those the person named, and what its file was before each save. */
export function VersionsDialog(): ReactNode {
  const say = useSay();
  const tab = useTab((one) => one);
  const [name, setName] = useState('');
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const file = tab?.file?.stamp.hash;
  useEffect(() => {
    let here = true;
    if (tab !== undefined) void backupsOf(tab).then((found) => (here ? setBackups(found) : undefined));
    return () => {
      here = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the file's states change when the file does, not with every edit
  }, [tab?.id, file]);
  const versions = useMemo(() => (tab === undefined ? [] : versionsOf(tab, backups)), [tab, backups]);
  if (tab === undefined) return null;
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '' && keepVersion(name.trim())) setName('');
  };
  return (
    <Dialog open onClose={closeDialog} size="wide" title={say('files.versions', { name: tab.name })}>
      <form className="row version-new" onSubmit={keep}>
        <input className="input" autoFocus aria-label={say('files.versionName')} placeholder={say('files.versionExample')} value={name} onChange={(event) => setName(event.target.value)} />
        <Button kind="primary" type="submit" disabled={name.trim() === ''}>{say('files.keepVersion')}</Button>
      </form>
      {versions.length === 0 ? <p className="muted">{say('files.noVersions')}</p> : <ul className="versions">{versions.map((version) => <Row key={version.id} version={version} />)}</ul>}
    </Dialog>
  );
}
