import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Condition, Test } from '../../../shared/document/model/condition.ts';
import { useModel } from '../../hooks/use-window.ts';
import { DraftInput } from '../../ui/fields/DraftInput.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { RuleGroups } from './RuleGroups.tsx';
import { knownAttributes, readTestValue, valueFor, writeTestValue, type KnownAttributes } from './known-attributes.ts';

const comparisons = ['=', '!=', '<', '<=', '>', '>=', 'in'] as const;
const forWords = new Set<Test['comparison']>(['=', '!=', 'in']);
const names = { '=': 'is', '!=': 'isNot', '<': 'below', '<=': 'atMost', '>': 'above', '>=': 'atLeast', in: 'oneOf' } as const;

/** A test to begin with: the first thing that is known of items. */
export function firstTest(known: KnownAttributes): Test {
  const [first] = known;
  return first === undefined ? { attribute: 'size', comparison: '=', value: 'large' } : { attribute: first[0], comparison: first[1] === undefined ? '>=' : '=', value: first[1]?.[0] ?? 0 };
}

export interface ConditionFieldProps {
  readonly label: string;
  readonly value: Condition;
  /** Undefined where the last test was taken away. */
  readonly onChange: (value: Condition | undefined) => void;
}

/** "size is large, and amount is above 5000; or …": any of the groups, all of the tests of a group. */
export function ConditionField({ label, value, onChange }: ConditionFieldProps): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const known = knownAttributes(model);
  return (
    <RuleGroups
      label={label}
      groups={value.anyOf}
      first={firstTest(known)}
      add={say('forms.orElse')}
      line={(test, change) => <TestLine test={test} known={known} onChange={change} />}
      onChange={(anyOf) => onChange(anyOf.length === 0 ? undefined : { ...value, anyOf })}
    />
  );
}

function TestLine({ test, known, onChange }: { readonly test: Test; readonly known: KnownAttributes; readonly onChange: (test: Test | undefined) => void }): ReactNode {
  const say = useSay();
  const words = known.get(test.attribute);
  const picks = words !== undefined && test.comparison !== 'in';
  return (
    <>
      <div className="line">
        {known.size > 0 && known.has(test.attribute) ? (
          <Select label={say('forms.attribute')} value={test.attribute} choices={[...known.keys()].map((name) => ({ value: name, label: name }))}
            onChange={(attribute) => onChange({ ...firstTest(new Map([[attribute, known.get(attribute)]])), ...(known.get(attribute) === words ? { comparison: test.comparison, value: test.value } : {}), attribute })} />
        ) : <DraftInput label={say('forms.attribute')} shown={test.attribute} complaint={say('window.needsName')} onCommit={(text) => text.trim() !== '' && (onChange({ ...test, attribute: text.trim() }), true)} />}
        <IconButton label={say('forms.takeAway')} side="left" onClick={() => onChange(undefined)}><X size={13} /></IconButton>
      </div>
      <div className="line">
        <Select label={say('forms.comparison')} value={test.comparison} choices={comparisons.filter((one) => words === undefined || forWords.has(one) || one === test.comparison).map((one) => ({ value: one, label: say(one === 'in' && words === undefined && typeof (Array.isArray(test.value) ? test.value[0] : test.value) === 'number' ? 'forms.compare.between' : `forms.compare.${names[one]}`) }))}
          onChange={(comparison) => onChange({ ...test, comparison, value: valueFor(comparison, test.value) })} />
        {picks ? (
          <Select label={say('forms.value')} value={String(test.value)} choices={[...new Set([...words, String(test.value)])].map((word) => ({ value: word, label: word }))} onChange={(word) => onChange({ ...test, value: word })} />
        ) : (
          <DraftInput label={say('forms.value')} shown={writeTestValue(test.value)} complaint={say('forms.valueHint')} onCommit={(text) => {
            const read = readTestValue(text, test.comparison);
            if (read !== undefined) onChange({ ...test, value: read });
            return read !== undefined;
          }} />
        )}
      </div>
    </>
  );
}
