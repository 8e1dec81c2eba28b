import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/language/outcome.ts';
import { closeDialog } from '../../store/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';

/** What could not be done, and what to do about it. */
export function FailureDialog({ failure, more = [] }: { readonly failure: Failure; readonly more?: readonly Failure[] | undefined }): ReactNode {
  const say = useSay();
  return (
    <Dialog open onClose={closeDialog} title={say('window.didNotWork')} foot={<Button kind="primary" autoFocus onClick={closeDialog}>{say('window.ok')}</Button>}>
      {[failure, ...more].map((one, at) => <p key={at} className="selectable">{say.message(one.message)}</p>)}
    </Dialog>
  );
}
