import { Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { freshRowId, scenarioStatuses, scenarioTimes, type Scenario, type ScenarioStatus } from '../../../shared/document/scenarios/document.ts';
import { useCurrency } from '../../hooks/use-hours-per-day.ts';
import { useDocument } from '../../hooks/use-window.ts';
import { closeDialog, command, showScenario } from '../../store/edit.ts';
import { putInPlace, removeProposal } from '../../store/simulation.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';

/** In place is where a proposal comes by being put there, not by a word. */
const words = scenarioStatuses.filter((status) => status !== 'inPlace');

type Text = 'description' | 'decidedBy' | 'date' | 'reason';

/** What is said of a proposal as a whole: its name, what became of it, what it costs; copied, put in place or removed from here. */
export function ProposalDialog({ scenario: id }: { readonly scenario: string }): ReactNode {
  const say = useSay();
  const document = useDocument();
  const currency = useCurrency();
  const scenario = document?.scenarios[id];
  if (document === undefined || scenario === undefined) return null;
  const edit = (field: keyof Scenario, value: unknown): void => void command({ type: 'scenario.edit', scenario: id, ...(value === undefined ? { clear: [field] } : { set: { [field]: value } }) });
  const text = (field: Text): { readonly value: string; readonly onChange: (next: string) => void } => ({ value: scenario[field] ?? '', onChange: (next) => edit(field, next === '' ? undefined : next) });
  const decide = (status: ScenarioStatus): void => {
    const { decidedBy, date, reason } = scenario;
    void command({ type: 'scenario.status', scenario: id, status, ...(decidedBy === undefined ? {} : { decidedBy }), ...(date === undefined ? {} : { date }), ...(reason === undefined ? {} : { reason }) });
  };
  const copy = (): void => {
    const fresh = freshRowId(document.scenarios, 'proposal');
    if (!command({ type: 'scenario.duplicate', scenario: id, id: fresh, name: say('results.copyOf', { name: scenario.name }) })) return;
    closeDialog();
    showScenario(fresh);
  };
  const leave = (act: (proposal: string) => void) => (): void => {
    closeDialog();
    act(id);
  };
  const shown = scenario.status === 'inPlace' ? scenarioStatuses : words;
  return (
    <Dialog
      open
      onClose={closeDialog}
      size="wide"
      title={say('window.proposalNamed', { name: scenario.name })}
      foot={
        <>
          <Button kind="quiet" onClick={leave(removeProposal)}><Trash2 size={14} />{say('results.removeProposal')}</Button>
          <Button kind="quiet" onClick={copy}><Copy size={14} />{say('results.copyProposal')}</Button>
          <span className="grow" />
          {scenario.status === 'inPlace' ? null : <Button onClick={leave(putInPlace)}>{say('results.putInPlace')}</Button>}
          <Button kind="primary" onClick={closeDialog}>{say('window.done')}</Button>
        </>
      }
    >
      <div className="fields">
        <Field label={say('canvas.name')}><TextField value={scenario.name} required={say('window.needsName')} onChange={(name) => edit('name', name)} /></Field>
        <Field label={say('results.about')}><TextField multiline {...text('description')} /></Field>
        <Field label={say('results.status')}>
          <Select label={say('results.status')} value={scenario.status} choices={shown.map((value) => ({ value, label: say(`document.status.${value}`) }))} onChange={decide} />
        </Field>
        <Field label={say('results.when')}>
          <Select label={say('results.when')} value={scenario.when ?? ''} isDefault={scenario.when === undefined} choices={[{ value: '', label: say('canvas.none') }, ...scenarioTimes.map((value) => ({ value, label: say(`results.when.${value}`) }))]} onChange={(when) => edit('when', when === '' ? undefined : when)} />
        </Field>
        <Field label={say('results.decidedBy')}><TextField {...text('decidedBy')} /></Field>
        <Field label={say('results.decidedOn')}><TextField placeholder="2026-01-31" {...text('date')} /></Field>
        <Field label={say('results.reason')}><TextField multiline {...text('reason')} /></Field>
        <Field label={say('results.oneOffCost')}><FigureField value={scenario.oneOffCost} after={currency} onChange={(value) => edit('oneOffCost', value)} /></Field>
        <Field label={say('results.runningCost')}><FigureField value={scenario.runningCost} after={say('results.aYear', { currency })} onChange={(value) => edit('runningCost', value)} /></Field>
      </div>
    </Dialog>
  );
}
