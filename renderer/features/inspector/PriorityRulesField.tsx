import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DemandClass } from '../../../shared/document/model/demand.ts';
import { useModel } from '../../hooks/use-window.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { ConditionField, firstTest } from './ConditionField.tsx';
import { knownAttributes } from './known-attributes.ts';

type Rules = NonNullable<DemandClass['priorityRules']>;

/** Which requests go first by what they say of themselves: the first rule that holds decides. */
export function PriorityRulesField({ value = [], onChange }: { readonly value: Rules | undefined; readonly onChange: (value: Rules | undefined) => void }): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const put = (rules: Rules): void => onChange(rules.length === 0 ? undefined : rules);
  return (
    <div className="lines" role="group" aria-label={say('forms.priorityRules')}>
      {value.map((rule, at) => (
        <fieldset key={at} className="stream">
          <legend>{say('forms.ruleNumber', { n: at + 1 })}</legend>
          <div className="fields">
            <ConditionField label={say('forms.when')} value={rule.when} onChange={(when) => put(when === undefined ? value.filter((_, place) => place !== at) : value.map((old, place) => (place === at ? { ...old, when } : old)))} />
            <Field label={say('canvas.priority')} note={say('canvas.priorityNote')}>
              <NumberField least={-1000} value={rule.priority} onChange={(priority) => (priority === undefined ? undefined : put(value.map((old, place) => (place === at ? { ...old, priority } : old))))} />
            </Field>
          </div>
        </fieldset>
      ))}
      <LinkButton onClick={() => put([...value, { when: { anyOf: [[firstTest(knownAttributes(model))]] }, priority: 1 }])}><Plus size={12} /> {say('forms.addRule')}</LinkButton>
    </div>
  );
}
