import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Attribute } from '../../../shared/document/model/demand.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { PlainDistributionField } from '../../ui/fields/PlainDistributionField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';

type Choices = Extract<Attribute, { type: 'choice' }>['choices'];

export interface AttributesFieldProps {
  readonly label: string;
  readonly value: Attribute[] | undefined;
  readonly onChange: (value: Attribute[] | undefined) => void;
}

/** What items say of themselves: a word by how often it comes, or a number. Rules and branches look at it. */
export function AttributesField({ label, value = [], onChange }: AttributesFieldProps): ReactNode {
  const say = useSay();
  const put = (next: Attribute[]): void => onChange(next.length === 0 ? undefined : next);
  const change = (at: number, next: Attribute): void => put(value.map((old, place) => (place === at ? next : old)));
  const free = (): string => {
    const used = new Set(value.map(({ name }) => name));
    let name = say('forms.newAttribute');
    for (let n = 2; used.has(name); n += 1) name = `${say('forms.newAttribute')} ${n}`;
    return name;
  };
  return (
    <div className="lines" role="group" aria-label={label}>
      {value.map((attribute, at) => (
        <fieldset key={at} className="stream">
          <legend>{attribute.name}</legend>
          <div className="fields">
            <Field label={say('canvas.name')}><TextField value={attribute.name} required={say('window.needsName')} onChange={(name) => change(at, { ...attribute, name })} /></Field>
            <Field label={say('forms.is')}>
              <Segments label={say('forms.is')} value={attribute.type} choices={(['choice', 'number'] as const).map((type) => ({ value: type, label: say(`forms.is.${type}`) }))}
                onChange={(type) => change(at, type === attribute.type ? attribute : type === 'number' ? { type, name: attribute.name, distribution: { type: 'uniform', min: 0, max: 10, provenance: 'estimated' } } : startWords(attribute.name, say('forms.small'), say('forms.large')))} />
            </Field>
            {attribute.type === 'number' ? (
              <Field label={say('forms.howLarge')}><PlainDistributionField label={say('forms.howLarge')} value={attribute.distribution} onChange={(distribution) => (distribution === undefined ? undefined : change(at, { ...attribute, distribution }))} /></Field>
            ) : <Words choices={attribute.choices} onChange={(choices) => change(at, { ...attribute, choices })} />}
            <LinkButton onClick={() => put(value.filter((_, place) => place !== at))}>{say('canvas.removeNamed', { name: attribute.name })}</LinkButton>
          </div>
        </fieldset>
      ))}
      <LinkButton onClick={() => put([...value, startWords(free(), say('forms.small'), say('forms.large'))])}><Plus size={12} /> {say('forms.addAttribute')}</LinkButton>
    </div>
  );
}

const startWords = (name: string, first: string, second: string): Attribute => ({ type: 'choice', name, choices: [{ value: first, weight: 1 }, { value: second, weight: 1 }] });

/** Words by how often they come, said as shares of all. */
function Words({ choices, onChange }: { readonly choices: Choices; readonly onChange: (choices: Choices) => void }): ReactNode {
  const say = useSay();
  const sum = choices.reduce((total, { weight }) => total + weight, 0);
  return (
    <div className="lines">
      {choices.map(({ value, weight }, at) => (
        <div key={at} className="line">
          <TextField label={say('forms.word')} value={value} required={say('window.needsName')} onChange={(word) => onChange(choices.map((old, place) => (place === at ? { ...old, value: word } : old)))} />
          <NumberField label={say('forms.howOften', { name: value })} value={weight} onChange={(next) => {
            const changed = choices.map((old, place) => (place === at ? { ...old, weight: next ?? 0 } : old));
            if (changed.some((one) => one.weight > 0)) onChange(changed);
          }} />
          <span className="unit">{sum > 0 ? `${Math.round((100 * weight) / sum)} %` : ''}</span>
          {choices.length === 1 ? null : <IconButton label={say('canvas.removeNamed', { name: value })} side="left" onClick={() => { const rest = choices.filter((_, place) => place !== at); if (rest.some((one) => one.weight > 0)) onChange(rest); }}><X size={13} /></IconButton>}
        </div>
      ))}
      <LinkButton onClick={() => onChange([...choices, { value: say('forms.word'), weight: 1 }])}><Plus size={12} /> {say('forms.addWord')}</LinkButton>
    </div>
  );
}
