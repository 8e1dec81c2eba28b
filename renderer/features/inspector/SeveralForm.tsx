import { AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignHorizontalDistributeCenter, AlignStartHorizontal, AlignStartVertical, AlignVerticalDistributeCenter } from 'lucide-react';
import type { ReactNode } from 'react';
import { isHandoff } from '../../../shared/document/model/queries.ts';
import { commandTable } from '../../commands/table.ts';
import { useModel } from '../../hooks/use-window.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Section } from './More.tsx';
import { SeveralHandoffs } from './SeveralHandoffs.tsx';
import { SeveralSteps } from './SeveralSteps.tsx';

const alignments = [
  ['align.left', AlignStartVertical], ['align.centre', AlignCenterVertical], ['align.right', AlignEndVertical],
  ['align.top', AlignStartHorizontal], ['align.middle', AlignCenterHorizontal], ['align.bottom', AlignEndHorizontal],
  ['distribute.x', AlignHorizontalDistributeCenter], ['distribute.y', AlignVerticalDistributeCenter],
] as const;

/** What can be made of steps that follow one another. */
const changes = ['steps.merge', 'steps.parallelise'] as const;

/** What several selected things have in common can be changed for all of them at once. */
export function SeveralForm({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const steps = ids.flatMap((id) => {
    const node = model.nodes[id];
    return node?.kind === 'step' ? [node] : [];
  });
  const handoffs = ids.flatMap((id) => {
    const flow = model.flows[id];
    return flow !== undefined && (flow.handoff !== undefined || isHandoff(model, flow)) ? [flow] : [];
  });
  return (
    <>
      <Section title={say('canvas.arrange')}>
        <div className="row" style={{ flexWrap: 'wrap' }}>
          {alignments.map(([id, Icon]) => {
            const command = commandTable().get(id);
            return command === undefined ? null : (
              <IconButton key={id} label={say(command.label)} disabled={!commandTable().enabled(id)} onClick={() => void commandTable().run(id)}>
                <Icon size={16} />
              </IconButton>
            );
          })}
        </div>
        {changes.some((id) => commandTable().enabled(id)) ? (
          <div className="row" style={{ flexWrap: 'wrap' }}>
            {changes.map((id) => {
              const command = commandTable().get(id);
              return command === undefined ? null : <Button key={id} disabled={!commandTable().enabled(id)} onClick={() => void commandTable().run(id)}>{say(command.label)}</Button>;
            })}
          </div>
        ) : null}
      </Section>
      {steps.length === 0 ? null : <SeveralSteps key={steps.map(({ id }) => id).join()} steps={steps} />}
      {handoffs.length === 0 ? null : <SeveralHandoffs key={handoffs.map(({ id }) => id).join()} flows={handoffs} />}
    </>
  );
}
