import { AlignCenterHorizontal, AlignCenterVertical, AlignEndHorizontal, AlignEndVertical, AlignHorizontalDistributeCenter, AlignStartHorizontal, AlignStartVertical, AlignVerticalDistributeCenter } from 'lucide-react';
import type { ReactNode } from 'react';
import { serviceTimeOfSize, defaults, type WorkSize } from '../../../shared/document/model/defaults.ts';
import { commandTable } from '../../commands/table.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform } from '../../store/edit.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { nothing, workerChoices } from './choices.ts';
import { Section } from './More.tsx';

const alignments = [
  ['align.left', AlignStartVertical], ['align.centre', AlignCenterVertical], ['align.right', AlignEndVertical],
  ['align.top', AlignStartHorizontal], ['align.middle', AlignCenterHorizontal], ['align.bottom', AlignEndHorizontal],
  ['distribute.x', AlignHorizontalDistributeCenter], ['distribute.y', AlignVerticalDistributeCenter],
] as const;

/** What several selected things have in common can be changed for all of them at once. */
export function SeveralForm({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const steps = ids.flatMap((id) => {
    const node = model.nodes[id];
    return node?.kind === 'step' ? [node] : [];
  });
  const work = steps.filter((step) => step.approval === undefined);
  const teams = new Set(work.map((step) => step.requirements?.[0]?.anyOf[0]?.team ?? nothing));
  const [team] = teams;
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
      </Section>
      {work.length === 0 ? null : (
        <Section title={say('canvas.stepsChosen', { n: work.length })}>
          <Field label={say('canvas.doneBy')}>
            <Select label={say('canvas.doneBy')} value={teams.size === 1 ? (team ?? nothing) : nothing} isDefault={teams.size !== 1} choices={[{ value: nothing, label: say(teams.size > 1 ? 'canvas.different' : 'canvas.nobodyYet') }, ...workerChoices(model)]}
              onChange={(id) => { if (id !== nothing) perform(work.map((step) => ({ type: 'node.edit' as const, node: step.id, set: { requirements: [{ anyOf: [model.teams[id] === undefined ? { person: id } : { team: id }] }] } }))); }} />
          </Field>
          <Field label={say('canvas.takes')}>
            <span className="sizes" role="group" aria-label={say('window.size')}>
              {(Object.keys(defaults.sizes) as WorkSize[]).map((size) => (
                <button key={size} type="button" title={say(`window.size${size}`)} onClick={() => void perform(work.map((step) => ({ type: 'node.edit' as const, node: step.id, set: { serviceTime: serviceTimeOfSize(size) } })))}>{size}</button>
              ))}
            </span>
          </Field>
        </Section>
      )}
    </>
  );
}
