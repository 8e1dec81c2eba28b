import type { ReactNode } from 'react';
import type { Flow } from '../../../shared/document/model/flow.ts';
import type { Gateway } from '../../../shared/document/model/node.ts';
import { nameOf } from '../../../shared/document/model/queries.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform, select } from '../../store/edit.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { Section } from './More.tsx';
import { PercentField } from '../../ui/fields/ShareField.tsx';
import { shareWhatIsLeft } from './share-left.ts';
import { editFlow, editNode } from './use-edit.ts';

/** What a gateway decides, and how often each branch is taken. */
export function GatewayFields({ gateway }: { readonly gateway: Gateway }): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const branches: readonly Flow[] = Object.values(model.flows).filter((flow) => flow.from === gateway.id);
  const byChance = branches.every((flow) => flow.condition === undefined);
  const sum = branches.reduce((total, flow) => total + (flow.probability?.value ?? 0), 0);
  const wrong = gateway.decides === 'oneOf' && byChance && branches.length > 1 && Math.abs(sum - 1) > 1e-6;
  const share = (): void => {
    const shares = shareWhatIsLeft(branches);
    if (shares.size > 0) perform([...shares].map(([flow, value]) => ({ type: 'flow.edit' as const, flow, set: { probability: { value, provenance: 'estimated' as const } } })));
  };
  return (
    <Section title={say('canvas.branches')}>
      <Field label={say('canvas.takes.branches')}>
        <Select label={say('canvas.takes.branches')} value={gateway.decides} choices={(['oneOf', 'someOf', 'firstEvent'] as const).map((value) => ({ value, label: say(`canvas.gateway.${value}`) }))} onChange={(decides) => void editNode(gateway, { decides })} />
      </Field>
      {gateway.decides === 'firstEvent' ? <p className="muted small">{say('canvas.firstEventHint')}</p> : branches.map((flow) => (
        <div key={flow.id} className="branch">
          <LinkButton onClick={() => select([flow.id])}>{flow.name ?? say('canvas.toNamed', { name: nameOf(model, flow.to) })}</LinkButton>
          {flow.condition === undefined ? (
            <span className="sentence"><PercentField label={say('canvas.probabilityOf', { name: flow.name ?? nameOf(model, flow.to) })} value={flow.probability} onChange={(probability) => void editFlow(flow, { probability })} /></span>
          ) : <span className="muted small">{say('canvas.byCondition')}</span>}
          {branches.some((one) => one.condition !== undefined) ? <Check label={say('canvas.otherwise')} checked={flow.otherwise === true} onChange={(on) => void editFlow(flow, { otherwise: on ? true : undefined })} /> : null}
        </div>
      ))}
      {wrong ? (
        <>
          <p className="field-error" role="alert">{say('canvas.branchesSum', { sum: Math.round(sum * 1000) / 10 })}</p>
          <Button onClick={share}>{say('canvas.shareLeft')}</Button>
        </>
      ) : null}
    </Section>
  );
}
