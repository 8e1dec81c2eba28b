import type { ReactNode } from 'react';
import { scenariosInOrder, todayId } from '../../../shared/document/scenarios/document.ts';
import { useDocument } from '../../hooks/use-window.ts';
import { setState } from '../../store/window-store.ts';
import type { DialogRequest } from '../../store/state.ts';
import { moveIntoProposal } from '../../store/which-meant.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';

export interface WhichMeantDialogProps {
  readonly before: number;
  readonly back: DialogRequest | undefined;
}

/** Today was edited although there are proposals: the person says which was meant; Esc leaves the edit in Today. */
export function WhichMeantDialog({ before, back }: WhichMeantDialogProps): ReactNode {
  const say = useSay();
  const document = useDocument();
  if (document === undefined) return null;
  const proposals = scenariosInOrder(document).filter(({ id }) => id !== todayId);
  const close = (): void => setState({ dialog: back });
  const into = (where: Parameters<typeof moveIntoProposal>[1]) => () => {
    close();
    moveIntoProposal(before, where);
  };
  return (
    <Dialog open onClose={close} title={say('window.whichMeant')}>
      <div className="stack">
        <p>{say('window.whichMeantWhy')}</p>
        <Button kind="primary" autoFocus onClick={close}>{say('window.meantToday')}</Button>
        {proposals.map(({ id, name }) => <Button key={id} onClick={into({ proposal: id })}>{say('window.meantProposal', { name })}</Button>)}
        <Button onClick={into({ name: say('window.proposalName', { n: proposals.length + 1 }) })}>{say('window.meantNew')}</Button>
      </div>
    </Dialog>
  );
}
