import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { Arrivals, DemandClass } from '../../../shared/document/model/demand.ts';
import { instantSchema } from '../../../shared/document/model/fields.ts';
import type { Node } from '../../../shared/document/model/node.ts';
import { idMaker, itemNoun } from '../../../shared/document/model/queries.ts';
import { useCurrency, useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { openDialog, perform } from '../../store/edit.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { DraftInput } from '../../ui/fields/DraftInput.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { PlainDistributionField } from '../../ui/fields/PlainDistributionField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { AttributesField } from './AttributesField.tsx';
import { CalendarField } from './CalendarField.tsx';
import { namedChoices, nothing } from './choices.ts';
import { More, Section } from './More.tsx';
import { RateField } from '../../ui/fields/RateField.tsx';
import { PriorityRulesField } from './PriorityRulesField.tsx';
import { editDemand } from './use-edit.ts';

/** What starts here, and how much of it. */
export function DemandFields({ start }: { readonly start: Node & { readonly kind: 'start' } }): ReactNode {
  const say = useSay();
  const model = useModel();
  if (model === undefined) return null;
  const classes = Object.values(model.demandClasses).filter((one) => one.start === start.id);
  const add = (): void => {
    const noun = itemNoun(model, start.process);
    void perform({ type: 'demandClass.add', demandClass: { id: idMaker(model)('demand'), name: noun.charAt(0).toUpperCase() + noun.slice(1), start: start.id } });
  };
  return (
    <>
      {classes.map((one) => <ClassFields key={one.id} demand={one} />)}
      <Section>
        <LinkButton onClick={add}><Plus size={12} /> {say(classes.length === 0 ? 'canvas.addDemand' : 'canvas.addOtherDemand')}</LinkButton>
      </Section>
    </>
  );
}

const startOf = (type: Arrivals['type']): Arrivals => {
  switch (type) {
    case 'rate':
      return { type, value: 20, per: 'w', provenance: 'estimated' };
    case 'interArrival':
      return { type, time: { type: 'exponential', mean: 2, unit: 'h', provenance: 'estimated' } };
    case 'list':
      return { type, at: ['2024-01-02T09:00'] };
    case 'closed':
      return { type, population: { value: 10, provenance: 'estimated' } };
  }
};

/** The same arrivals during other hours; undefined is at any time. */
function withCalendar<T extends Extract<Arrivals, { type: 'rate' | 'interArrival' }>>(arrivals: T, id: string | undefined): Arrivals {
  const { calendar: _old, ...rest } = arrivals;
  return { ...rest, ...(id === undefined ? {} : { calendar: id }) } as unknown as Arrivals;
}

function ClassFields({ demand }: { readonly demand: DemandClass }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  const currency = useCurrency();
  if (model === undefined) return null;
  const { arrivals } = demand;
  const set = (next: Arrivals | undefined): void => void editDemand(demand, { arrivals: next });
  return (
    <Section title={demand.name}>
      <Field label={say('canvas.name')}><TextField value={demand.name} required={say('window.needsName')} onChange={(name) => void editDemand(demand, { name })} /></Field>
      {arrivals === undefined || arrivals.type === 'rate' ? (
        <Field label={say('canvas.volume')} error={arrivals === undefined ? say('canvas.needsVolume') : undefined}>
          <RateField value={arrivals} onChange={set} />
        </Field>
      ) : null}
      {arrivals?.type === 'interArrival' ? (
        <Field label={say('canvas.timeBetween')}><DistributionField counts="elapsed" hoursPerDay={hoursPerDay} value={arrivals.time} onChange={(time) => (time === undefined ? set(undefined) : set({ ...arrivals, time }))} /></Field>
      ) : null}
      {arrivals?.type === 'list' ? (
        <Field label={say('canvas.dates')} note={say('canvas.datesNote')}>
          <DraftInput multiline shown={arrivals.at.join('\n')} complaint={say('forms.datesHint')} onCommit={(text) => {
            const at = text.split(/[\s,;]+/).filter((line) => line !== '').map((line) => (/^\d{4}-\d{2}-\d{2}$/.test(line) ? `${line}T00:00` : line));
            if (at.length === 0 || at.some((line) => !instantSchema.safeParse(line).success)) return false;
            set({ ...arrivals, at: at.toSorted() });
            return true;
          }} />
        </Field>
      ) : null}
      {arrivals?.type === 'closed' ? (
        <>
          <Field label={say('canvas.population')}><FigureField value={arrivals.population} onChange={(population) => (population === undefined ? undefined : set({ ...arrivals, population }))} /></Field>
          <Field label={say('canvas.thinkTime')}><DistributionField counts="elapsed" hoursPerDay={hoursPerDay} value={arrivals.thinkTime} onChange={(thinkTime) => set({ type: 'closed', population: arrivals.population, ...(thinkTime === undefined ? {} : { thinkTime }) })} /></Field>
        </>
      ) : null}
      <Field label={say('canvas.due')}><DurationField sure value={demand.due} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" onChange={(due) => void editDemand(demand, { due })} /></Field>
      <Field label={say('canvas.costOfDelay')}><FigureField value={demand.costOfDelayPerDay} after={say('canvas.currencyPerDay', { currency })} onChange={(costOfDelayPerDay) => void editDemand(demand, { costOfDelayPerDay })} /></Field>
      <More>
        <Field label={say('canvas.arrivals')}>
          <Select label={say('canvas.arrivals')} value={arrivals?.type ?? 'rate'} isDefault={arrivals === undefined} choices={(['rate', 'interArrival', 'list', 'closed'] as const).map((value) => ({ value, label: say(`canvas.arrivals.${value}`) }))} onChange={(type) => set(startOf(type))} />
        </Field>
        {arrivals?.type === 'rate' ? (
          <Field label={say('canvas.arrivesWhen')}>
            {arrivals.profile === undefined ? <CalendarField label={say('canvas.arrivesWhen')} value={arrivals.calendar} usual={say('canvas.anyTime')} onChange={(id) => set(withCalendar(arrivals, id))} /> : null}
            <LinkButton onClick={() => openDialog({ kind: 'arrivalProfile', demand: demand.id })}>{say(arrivals.profile === undefined ? 'forms.byTheHour' : 'forms.editByTheHour')}</LinkButton>
          </Field>
        ) : arrivals?.type === 'interArrival' ? (
          <Field label={say('canvas.arrivesWhen')}><CalendarField label={say('canvas.arrivesWhen')} value={arrivals.calendar} usual={say('canvas.anyTime')} onChange={(id) => set(withCalendar(arrivals, id))} /></Field>
        ) : null}
        {arrivals?.type === 'interArrival' && arrivals.calendar !== undefined ? (
          <>
            <Field label={say('canvas.whenClosed')}>
              <Select label={say('canvas.whenClosed')} value={arrivals.whenClosed ?? defaults.arrivals.whenClosed} isDefault={arrivals.whenClosed === undefined} choices={(['pause', 'push'] as const).map((value) => ({ value, label: say(`canvas.whenClosed.${value}`) }))} onChange={(whenClosed) => set({ ...arrivals, whenClosed })} />
            </Field>
            <Field label={say('canvas.first')}>
              <Select label={say('canvas.first')} value={arrivals.first ?? defaults.arrivals.first} isDefault={arrivals.first === undefined} choices={(['atStart', 'afterGap'] as const).map((value) => ({ value, label: say(`canvas.first.${value}`) }))} onChange={(first) => set({ ...arrivals, first })} />
            </Field>
          </>
        ) : null}
        {arrivals === undefined || arrivals.type === 'closed' ? null : (
          <Field label={say('canvas.arriveTogether')}>
            <PlainDistributionField label={say('canvas.arriveTogether')} placeholder="1" least={1} value={arrivals.batchSize} onChange={(batchSize) => {
              const { batchSize: _old, ...rest } = arrivals;
              set({ ...rest, ...(batchSize === undefined || (batchSize.type === 'fixed' && batchSize.value === 1) ? {} : { batchSize }) } as Arrivals);
            }} />
          </Field>
        )}
        <Field label={say('canvas.priority')} note={say('canvas.priorityNote')}><NumberField value={demand.priority ?? defaults.demand.priority} isDefault={demand.priority === undefined} least={-1000} onChange={(priority) => void editDemand(demand, { priority })} /></Field>
        <Field label={say('forms.priorityRules')} layout="stacked"><PriorityRulesField value={demand.priorityRules} onChange={(priorityRules) => void editDemand(demand, { priorityRules })} /></Field>
        <Field label={say('forms.attributes')} note={say('forms.attributesNote')} layout="stacked"><AttributesField label={say('forms.attributes')} value={demand.attributes} onChange={(attributes) => void editDemand(demand, { attributes })} /></Field>
        <Field label={say('canvas.outcome')}>
          <Select label={say('canvas.outcome')} value={demand.outcome ?? nothing} isDefault={demand.outcome === undefined} choices={namedChoices(model.outcomes, say('canvas.none'))} onChange={(outcome) => void editDemand(demand, { outcome: outcome === nothing ? undefined : outcome })} />
        </Field>
        <Field label={say('canvas.patience')}><DistributionField counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" value={demand.patience} onChange={(patience) => void editDemand(demand, { patience })} /></Field>
        <Field label={say('canvas.noMoreThan')}><NumberField value={demand.atMost} least={1} whole onChange={(atMost) => void editDemand(demand, { atMost })} /></Field>
      </More>
    </Section>
  );
}
