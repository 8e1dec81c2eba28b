import { useMemo, useState, type ReactNode } from 'react';
import { parseDocument } from '../../../shared/document/file/parse.ts';
import { differencesInWords } from '../../../shared/document/scenarios/differences.ts';
import { closeDialog } from '../../store/edit.ts';
import { save, saveAs, takeTheirs } from '../../store/files.ts';
import { state } from '../../store/window-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';
import type { DocumentTab, TheirFile } from '../../store/state.ts';
import { DifferenceList } from './DifferenceList.tsx';

export interface ChangedDialogProps {
  readonly tab: string;
  readonly theirs: TheirFile;
}

/** What theirs says that mine does not. */
function Compared({ mine, theirs }: { readonly mine: DocumentTab; readonly theirs: TheirFile }): ReactNode {
  const say = useSay();
  const parsed = useMemo(() => parseDocument(new TextDecoder().decode(theirs.bytes), theirs.name), [theirs]);
  const sentences = useMemo(() => (parsed.ok ? differencesInWords(mine.history.document, parsed.value) : []), [parsed, mine]);
  if (!parsed.ok) return <p className="field-error">{say.message(parsed.failure.message)}</p>;
  return <DifferenceList title={say('files.theirsAgainstMine')} sentences={sentences} />;
}

/** The file on disk is not the one that was opened: nothing was written, and the person decides. */
export function ChangedDialog({ tab, theirs }: ChangedDialogProps): ReactNode {
  const say = useSay();
  const [compared, setCompared] = useState(false);
  const mine = state().tabs.find((one) => one.id === tab);
  const after = (act: () => unknown) => () => {
    closeDialog();
    void act();
  };
  if (mine === undefined) return null;
  return (
    <Dialog
      open
      onClose={closeDialog}
      size="wide"
      title={say('window.changedOnDisk', { name: theirs.name })}
      foot={
        <>
          <Button aria-expanded={compared} onClick={() => setCompared(!compared)}>{say('files.compare')}</Button>
          <span className="grow" />
          <Button kind="quiet" onClick={closeDialog}>{say('window.cancel')}</Button>
          <Button onClick={after(() => takeTheirs(tab, theirs))}>{say('window.takeTheirs')}</Button>
          <Button onClick={after(() => save(mine, theirs.stamp))}>{say('window.keepMine')}</Button>
          <Button kind="primary" autoFocus onClick={after(() => saveAs(mine))}>{say('desktop.commandSaveAs')}</Button>
        </>
      }
    >
      <div className="stack">
        <p>{say('window.changedOnDiskWhy')}</p>
        {compared ? <Compared mine={mine} theirs={theirs} /> : null}
      </div>
    </Dialog>
  );
}
