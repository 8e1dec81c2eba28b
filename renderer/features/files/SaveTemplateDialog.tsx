import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { OwnTemplate } from '../../../shared/contract/files.ts';
import { useTab } from '../../hooks/use-window.ts';
import { closeDialog } from '../../store/edit.ts';
import { ownTemplates, saveTemplate } from '../../store/templates.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';
import { tell } from '../../ui/Toaster.tsx';

/** Makes a template of the document, under a name. */
export function SaveTemplateDialog(): ReactNode {
  const say = useSay();
  const given = useTab((tab) => tab.name) ?? '';
  const [name, setName] = useState(given);
  const [known, setKnown] = useState<readonly OwnTemplate[]>([]);
  useEffect(() => void ownTemplates().then(setKnown), []);
  const called = name.trim();
  const replaces = known.some((one) => one.name === called);
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (called === '' || !(await saveTemplate(called))) return;
    closeDialog();
    tell({ text: say('files.templateSaved', { name: called }) });
  };
  return (
    <Dialog open onClose={closeDialog} title={say('files.saveTemplate')}>
      <form className="stack" onSubmit={(event) => void keep(event)}>
        <p>{say('files.saveTemplateWhy')}</p>
        <input className="input" autoFocus aria-label={say('files.templateName')} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} />
        {replaces ? <p className="muted" role="status">{say('files.templateReplaces', { name: called })}</p> : null}
        <div className="row">
          <span className="grow" />
          <Button onClick={closeDialog}>{say('window.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={called === ''}>{say(replaces ? 'files.replaceTemplate' : 'files.keepTemplate')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
