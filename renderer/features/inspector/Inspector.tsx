import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useModel, useTab } from '../../hooks/use-window.ts';
import { select } from '../../store/edit.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { FlowForm } from './FlowForm.tsx';
import { NodeForm } from './NodeForm.tsx';
import { PartyForm } from './PartyForm.tsx';
import { SeveralForm } from './SeveralForm.tsx';

const none: readonly string[] = [];

/** Everything about what is selected: each field that the simulation reads, in people's words. */
export function Inspector(): ReactNode {
  const say = useSay();
  const model = useModel();
  const selection = useTab((tab) => tab.selection) ?? none;
  const [id] = selection;
  if (model === undefined || id === undefined) return null;
  const node = model.nodes[id];
  const flow = model.flows[id];
  const party = model.parties[id];
  const head = (title: string): ReactNode => (
    <div className="panel-head">
      <h2>{title}</h2>
      <IconButton label={say('window.close')} keys="Escape" side="left" onClick={() => select([])}>
        <X size={15} />
      </IconButton>
    </div>
  );
  if (selection.length > 1) {
    return (
      <>
        {head(say('window.selected', { n: selection.length }))}
        <SeveralForm ids={selection} />
      </>
    );
  }
  if (node !== undefined) return <NodeForm key={id} node={node} head={head} />;
  if (flow !== undefined) return <FlowForm key={id} flow={flow} head={head} />;
  if (party !== undefined) return <PartyForm key={id} party={party} head={head} />;
  return null;
}
