import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Alternative, Requirement } from '../../../shared/document/model/node.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { nothing, workerChoices } from './choices.ts';
import { More } from './More.tsx';

export interface RequirementsFieldProps {
  readonly value: Requirement[] | undefined;
  readonly onChange: (value: Requirement[] | undefined) => void;
}

/** Which teams or people a step needs: all of the lines together, any of the names of one line. */
export function RequirementsField({ value = [], onChange }: RequirementsFieldProps): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const workers = workerChoices(model);
  const worker = (id: string): Alternative => (model.teams[id] === undefined ? { person: id } : { team: id });
  const put = (next: Requirement[]): void => onChange(next.length === 0 ? undefined : next);
  const setAlternative = (at: number, which: number, change: Partial<Alternative> | undefined): void =>
    put(value.flatMap((requirement, index): Requirement[] => {
      if (index !== at) return [requirement];
      const anyOf = requirement.anyOf.flatMap((one, rank): Alternative[] => (rank !== which ? [one] : change === undefined ? [] : [{ ...one, ...change }]));
      return anyOf.length === 0 ? [] : [{ ...requirement, anyOf }];
    }));

  if (value.length === 0) {
    return <Select label={say('canvas.doneBy')} value={nothing} isDefault choices={[{ value: nothing, label: say('canvas.nobodyYet') }, ...workers]} onChange={(id) => (id === nothing ? undefined : put([{ anyOf: [worker(id)] }]))} />;
  }
  return (
    <div className="stack" style={{ width: '100%' }}>
      {value.map((requirement, at) => (
        <div key={at} className="requirement">
          {requirement.anyOf.map((alternative, which) => {
            const { team: _team, person: _person, ...rest } = alternative;
            return (
              <div key={which} className="row">
                {which > 0 ? <span className="unit">{say('canvas.or')}</span> : at > 0 ? <span className="unit">{say('canvas.and')}</span> : null}
                <Select label={say('canvas.doneBy')} value={alternative.team ?? alternative.person ?? nothing} choices={workers}
                  onChange={(id) => put(value.map((one, index) => (index === at ? { ...one, anyOf: one.anyOf.map((old, rank) => (rank === which ? { ...rest, ...worker(id) } : old)) } : one)))} />
                <IconButton label={say('canvas.removeWorker')} side="left" onClick={() => setAlternative(at, which, undefined)}><X size={13} /></IconButton>
              </div>
            );
          })}
          <More label={say('canvas.moreWorker')}>
            <Field label={say('canvas.units')}>
              <NumberField value={requirement.units ?? 1} isDefault={requirement.units === undefined} least={1} whole onChange={(units) => put(value.map((one, index) => (index === at ? { anyOf: one.anyOf, ...(units === undefined || units === 1 ? {} : { units }) } : one)))} />
            </Field>
            {requirement.anyOf.map((alternative, which) => (
              <Field key={which} label={say('canvas.skill')}>
                <TextField value={alternative.skill ?? ''} onChange={(skill) => {
                  const { skill: _old, ...rest } = alternative;
                  put(value.map((one, index) => (index === at ? { ...one, anyOf: one.anyOf.map((old, rank) => (rank === which ? { ...rest, ...(skill === '' ? {} : { skill }) } : old)) } : one)));
                }} />
              </Field>
            ))}
            {requirement.anyOf.map((alternative, which) => requirement.anyOf.length < 2 && alternative.serviceTime === undefined ? null : (
              <Field key={`time${which}`} label={say('canvas.takesNamed', { name: model.teams[alternative.team ?? '']?.name ?? model.people[alternative.person ?? '']?.name ?? '' })}>
                <DistributionField counts="working" hoursPerDay={hoursPerDay} value={alternative.serviceTime} onChange={(serviceTime) => {
                  const { serviceTime: _old, ...rest } = alternative;
                  put(value.map((one, index) => (index === at ? { ...one, anyOf: one.anyOf.map((old, rank) => (rank === which ? { ...rest, ...(serviceTime === undefined ? {} : { serviceTime }) } : old)) } : one)));
                }} />
              </Field>
            ))}
            <LinkButton onClick={() => put(value.map((one, index) => (index === at ? { ...one, anyOf: [...one.anyOf, worker(workers.find(({ value: id }) => !one.anyOf.some((old) => old.team === id || old.person === id))?.value ?? workers[0]?.value ?? '')] } : one)))}>{say('canvas.orAnother')}</LinkButton>
          </More>
        </div>
      ))}
      <LinkButton onClick={() => put([...value, { anyOf: [worker(workers.find(({ value: id }) => !value.some((one) => one.anyOf.some((old) => old.team === id || old.person === id)))?.value ?? workers[0]?.value ?? '')] }])}>
        <Plus size={12} /> {say('canvas.andAnother')}
      </LinkButton>
    </div>
  );
}
