import type { ReactNode } from 'react';
import { flowKinds, type Flow } from '../../../shared/document/model/flow.ts';
import { flowKind, isHandoff, nameOf } from '../../../shared/document/model/queries.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform } from '../../store/edit.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { PercentField } from '../../ui/fields/ShareField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ConditionField, firstTest } from './ConditionField.tsx';
import { HandoffFields } from './HandoffFields.tsx';
import { knownAttributes } from './known-attributes.ts';
import { More, Section } from './More.tsx';
import { editFlow } from './use-edit.ts';

/** The form of a flow, and of the handoff that it carries. */
export function FlowForm({ flow, head }: { readonly flow: Flow; readonly head: (title: string) => ReactNode }): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const handoff = isHandoff(model, flow);
  const from = model.nodes[flow.from];
  const branch = from?.kind === 'gateway' && from.decides !== 'firstEvent';
  const inferred = flowKind(model, { ...flow, kind: undefined });
  return (
    <>
      {head(say(handoff ? 'canvas.handoff' : 'canvas.flow'))}
      <Section>
        <p className="flow-ends">{say('canvas.fromTo', { from: nameOf(model, flow.from), to: nameOf(model, flow.to) })}</p>
        {branch ? (
          <>
            <Field label={say('forms.takenBy')}>
              <Segments label={say('forms.takenBy')} value={flow.otherwise === true ? 'otherwise' : flow.condition === undefined ? 'share' : 'condition'} choices={(['share', 'condition', 'otherwise'] as const).map((value) => ({ value, label: say(`forms.takenBy.${value}`) }))}
                onChange={(by) => void editFlow(flow, by === 'otherwise' ? { otherwise: true, condition: undefined } : by === 'share' ? { otherwise: undefined, condition: undefined } : { otherwise: undefined, condition: flow.condition ?? { anyOf: [[firstTest(knownAttributes(model))]] } })} />
            </Field>
            {flow.condition !== undefined ? <ConditionField label={say('forms.when')} value={flow.condition} onChange={(condition) => void editFlow(flow, { condition })} /> : flow.otherwise === true ? <p className="muted small">{say('forms.otherwiseHint')}</p> : (
              <Field label={say('canvas.probability')}><PercentField value={flow.probability} onChange={(probability) => void editFlow(flow, { probability })} /></Field>
            )}
          </>
        ) : null}
      </Section>
      {handoff || flow.handoff !== undefined ? <HandoffFields flow={flow} handoff={flow.handoff ?? {}} /> : null}
      <Section>
        <More>
          <Field label={say('canvas.name')}><TextField value={flow.name ?? ''} onChange={(name) => void editFlow(flow, { name: name === '' ? undefined : name })} /></Field>
          <Field label={say('canvas.kindOfFlow')}>
            <Select label={say('canvas.kindOfFlow')} value={flow.kind ?? 'auto'} isDefault={flow.kind === undefined} choices={[{ value: 'auto', label: say('canvas.asFound', { kind: say(`canvas.flowKind.${inferred}`) }) }, ...flowKinds.map((value) => ({ value, label: say(`canvas.flowKind.${value}`) }))]} onChange={(kind) => void editFlow(flow, { kind: kind === 'auto' ? undefined : (kind as Flow['kind']) })} />
          </Field>
          <Check label={say('canvas.isRework')} checked={flow.rework === true} onChange={(on) => void editFlow(flow, { rework: on ? true : undefined, guessedRework: undefined })} />
          {flow.waypoints === undefined ? null : <LinkButton onClick={() => void perform({ type: 'flow.reroute', flow: flow.id })}>{say('canvas.routeAgain')}</LinkButton>}
        </More>
      </Section>
    </>
  );
}
