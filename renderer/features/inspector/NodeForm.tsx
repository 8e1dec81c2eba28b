import type { ReactNode } from 'react';
import type { Node } from '../../../shared/document/model/node.ts';
import { kindOfNode } from '../../canvas/spoken.ts';
import { useModel, useProcess } from '../../hooks/use-window.ts';
import { moveToLane } from '../../canvas/lane-moves.ts';
import { showPage } from '../../store/edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { nothing } from './choices.ts';
import { DemandFields } from './DemandFields.tsx';
import { EventFields } from './EventFields.tsx';
import { GatewayFields } from './GatewayFields.tsx';
import { More, Section } from './More.tsx';
import { StepFields } from './StepFields.tsx';
import { MultiInstanceField } from './MultiInstanceField.tsx';
import { editNode } from './use-edit.ts';

function KindFields({ node }: { readonly node: Node }): ReactNode {
  const say = useSay();
  switch (node.kind) {
    case 'step':
      return <StepFields step={node} />;
    case 'gateway':
      return <GatewayFields gateway={node} />;
    case 'event':
      return <EventFields event={node} />;
    case 'start':
      return <DemandFields start={node} />;
    case 'end':
      return (
        <Section>
          <Check label={say('canvas.terminate')} checked={node.terminate === true} onChange={(on) => void editNode(node, { terminate: on ? true : undefined })} />
        </Section>
      );
    case 'subprocess':
      return (
        <Section>
          <Button onClick={() => showPage(node.process, node.id)}>{say('canvas.openInside')}</Button>
          <Check label={say('canvas.expanded')} checked={node.expanded === true} onChange={(on) => void editNode(node, { expanded: on ? true : undefined })} />
          <Field label={say('window.owner')}><TextField value={node.owner ?? ''} onChange={(owner) => void editNode(node, { owner: owner === '' ? undefined : owner })} /></Field>
          <MultiInstanceField value={node.multiInstance} onChange={(multiInstance) => void editNode(node, { multiInstance })} />
        </Section>
      );
    case 'fork':
    case 'join':
    case 'note':
    case 'group':
      return null;
  }
}

/** The form of one node. */
export function NodeForm({ node, head }: { readonly node: Node; readonly head: (title: string) => ReactNode }): ReactNode {
  const say = useSay();
  const model = useModel();
  const process = useProcess();
  if (model === undefined || process === undefined) return null;
  const lanes = process.lanes.map((lane) => ({ value: lane.party, label: model.parties[lane.party]?.name ?? lane.party }));
  return (
    <>
      {head(say(`canvas.kind.${kindOfNode(node)}`))}
      <Section>
        {node.kind === 'note' ? (
          <>
            <Field label={say('canvas.text')} layout="stacked">
              <TextField multiline value={node.text} onChange={(text) => void editNode(node, { text })} />
            </Field>
            <Field label={say('forms.about')}>
              <Select label={say('forms.about')} value={node.about ?? nothing} isDefault={node.about === undefined} onChange={(about) => void editNode(node, { about: about === nothing ? undefined : about })}
                choices={[{ value: nothing, label: say('forms.aboutPage') }, ...Object.values(model.nodes).filter((one) => one.process === node.process && one.parent === node.parent && one.kind !== 'note' && one.name !== undefined).map(({ id, name = '' }) => ({ value: id, label: name })).toSorted((a, b) => a.label.localeCompare(b.label))]} />
            </Field>
          </>
        ) : (
          <Field label={say('canvas.name')}>
            <TextField value={node.name ?? ''} onChange={(name) => void editNode(node, { name: name === '' ? undefined : name })} />
          </Field>
        )}
        {node.kind === 'note' || node.kind === 'group' || lanes.length === 0 ? null : (
          <Field label={say('canvas.lane')}>
            <Select
              label={say('canvas.lane')}
              value={node.party ?? nothing}
              choices={node.party === undefined ? [{ value: nothing, label: say('canvas.noLane') }, ...lanes] : lanes}
              onChange={(party) => moveToLane(node.id, party)}
            />
          </Field>
        )}
      </Section>
      <KindFields node={node} />
      <Section>
        <More label={say('canvas.documentation')}>
          <TextField label={say('canvas.documentation')} multiline value={node.documentation ?? ''} onChange={(text) => void editNode(node, { documentation: text === '' ? undefined : text })} />
        </More>
      </Section>
    </>
  );
}
