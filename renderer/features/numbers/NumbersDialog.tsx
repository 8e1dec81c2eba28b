import { useMemo, type ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { Step } from '../../../shared/document/model/node.ts';
import type { Team } from '../../../shared/document/model/organisation.ts';
import { hasSteps, workingTeam } from '../../../shared/document/model/queries.ts';
import type { Operation } from '../../../shared/document/operations/all.ts';
import type { WeighedGuess } from '../../../shared/analysis/studies/weigh-guesses.ts';
import { guessesOf } from '../../../shared/analysis/readings/guesses.ts';
import { useEstimate, useWeightiestGuesses } from '../../hooks/use-estimate.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { commandTable } from '../../commands/table.ts';
import { closeDialog, openDialog, perform, showTables } from '../../store/edit.ts';
import { showElement } from '../../store/show-element.ts';
import { toFillIn } from '../../store/to-fill-in.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EstimateText } from '../../ui/EstimateText.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { PercentField } from '../../ui/fields/ShareField.tsx';
import { RateField } from '../../ui/fields/RateField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { MeetingCell } from './MeetingCell.tsx';

/** The three kinds of number that give a first answer, in one table: volume, people and their time, sizes. */
export function NumbersDialog(): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  const missing = useMemo(() => new Set((model === undefined ? [] : toFillIn(model)).map(({ element }) => element)), [model]);
  const complete = missing.size === 0 && model !== undefined && hasSteps(model);
  const weightiest = useWeightiestGuesses(complete);
  const estimate = useEstimate(complete);
  if (model === undefined) return null;
  const classes = Object.values(model.demandClasses);
  const steps = Object.values(model.nodes).filter((node): node is Step => node.kind === 'step');
  const used = new Set(steps.map((step) => workingTeam(model, step)?.id));
  const teams = Object.values(model.teams).filter((team) => used.has(team.id) || team.unlimited !== true);
  const edit = (operation: Operation): void => void perform(operation);
  const editTeam = (team: Team, field: 'capacity' | 'otherWork', value: unknown): void =>
    edit({ type: 'team.edit', team: team.id, ...(value === undefined ? { clear: [field] } : { set: { [field]: value } }) });
  const guesses = guessesOf(model).length;
  const mark = (id: string): string | undefined => (missing.has(id) ? '' : undefined);

  return (
    <Dialog
      open
      onClose={closeDialog}
      size="broad"
      first={missing.size > 0 ? '.numbers [data-missing] :is(input, button)' : '.numbers input'}
      title={say('window.numbers')}
      foot={
        <>
          <span className="grow muted">
            {estimate.leadTime === undefined ? null : <strong data-numbers="estimate" title={say('window.estimateHint')}><EstimateText seconds={estimate.leadTime} /></strong>}
            {estimate.overloaded === undefined ? null : <strong data-numbers="overloaded">{say('window.overloaded', { team: estimate.overloaded.team, percent: Math.round(estimate.overloaded.load * 100) })}</strong>}
            {steps.length === 0 ? null : <span data-numbers="guesses">{missing.size > 0 ? say('window.toFillIn', { n: missing.size }) : say('window.restsOnGuesses', { n: guesses })}</span>}
            {weightiest.length === 0 ? null : <Weightiest guesses={weightiest} />}
          </span>
          <Button kind="quiet" onClick={() => openDialog({ kind: 'ask' })}>{say('tables.ask')}</Button>
          <Button kind="quiet" onClick={() => { closeDialog(); showTables({ table: 'steps', whole: false }); }}>{say('tables.all')}</Button>
          <Button onClick={closeDialog}>{say('window.done')}</Button>
          <Button kind="primary" disabled={!complete} onClick={() => { closeDialog(); void commandTable().run('simulation.run'); }}>{say('desktop.commandRun')}</Button>
        </>
      }
    >
      <table className="table numbers">
        <tbody>
          <tr className="table-group"><td colSpan={3}>{say('window.howMuch')}</td></tr>
          {classes.length === 0 ? <tr><td colSpan={3} className="muted">{say('window.noDemand')}</td></tr> : null}
          {classes.map((demand) => (
            <tr key={demand.id} data-row={demand.id} data-missing={mark(demand.start)}>
              <td>{demand.name}</td>
              <td className="muted">{model.nodes[demand.start]?.name ?? say('canvas.kind.start')}</td>
              <td>
                {demand.arrivals === undefined || demand.arrivals.type === 'rate' ? (
                  <span className="sentence">
                    <RateField value={demand.arrivals} onChange={(arrivals) => edit({ type: 'demandClass.edit', demandClass: demand.id, ...(arrivals === undefined ? { clear: ['arrivals'] } : { set: { arrivals } }) })} />
                  </span>
                ) : <span className="muted">{say(`canvas.arrivals.${demand.arrivals.type}`)}</span>}
              </td>
            </tr>
          ))}
          <tr className="table-group"><td colSpan={3}>{say('window.whoDoesIt')}</td></tr>
          {teams.length === 0 ? <tr><td colSpan={3} className="muted">{say('window.noTeams')}</td></tr> : null}
          {teams.map((team) => (
            <tr key={team.id} data-row={team.id} data-missing={mark(team.id)}>
              <td>{team.name}</td>
              <td>
                {team.unlimited === true ? <span className="muted">{say('canvas.unlimited')}</span> : team.people === undefined ? (
                  <span className="sentence"><FigureField label={say('canvas.peopleOf', { team: team.name })} least={1} whole value={team.capacity} after={say('canvas.peopleUnit', { n: team.capacity?.value ?? 2 })} onChange={(capacity) => editTeam(team, 'capacity', capacity)} /></span>
                ) : say('canvas.namedPeople', { n: team.people.length })}
              </td>
              <td>
                {team.unlimited === true ? null : (
                  <span className="sentence">
                    <span className="unit">{say('window.about%')}</span>
                    <PercentField label={say('canvas.timeOf', { team: team.name })} fallback={1} value={team.otherWork === undefined ? undefined : { ...team.otherWork.share, value: Math.round((1 - team.otherWork.share.value) * 1e6) / 1e6 }}
                      onChange={(share) => editTeam(team, 'otherWork', share === undefined || share.value >= 1 ? undefined : { ...team.otherWork, share: { ...share, value: Math.round((1 - share.value) * 1e6) / 1e6 } })} />
                    <span className="unit">{say('window.ofTheirTime')}</span>
                  </span>
                )}
              </td>
            </tr>
          ))}
          <tr className="table-group"><td colSpan={3}>{say('window.howLong')}</td></tr>
          {steps.length === 0 ? <tr><td colSpan={3} className="muted">{say('window.noSteps')}</td></tr> : null}
          {steps.map((step) => (
            <tr key={step.id} data-row={step.id} data-missing={mark(step.id)}>
              <td>{step.name ?? say('canvas.noName')}</td>
              <td className="muted">{workingTeam(model, step)?.name ?? model.parties[step.party ?? '']?.name}</td>
              <td>
                <span className="sentence numbers-size">
                  {step.approval === undefined ? (
                    <DistributionField sizes compact counts="working" hoursPerDay={hoursPerDay} value={step.serviceTime} onChange={(serviceTime) => edit({ type: 'node.edit', node: step.id, ...(serviceTime === undefined ? { clear: ['serviceTime'] } : { set: { serviceTime } }) })} />
                  ) : <MeetingCell step={step} approval={step.approval} hoursPerDay={hoursPerDay} />}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small" style={{ paddingTop: 12 }}>{say('window.sizesNote', { hours: defaults.settings.hoursPerDay })}</p>
    </Dialog>
  );
}

/** The guesses that move the answer most; each leads to its row, or to its place on the canvas where the table has none. */
function Weightiest({ guesses }: { readonly guesses: readonly WeighedGuess[] }): ReactNode {
  const say = useSay();
  const lead = (id: string): void => {
    const field = document.querySelector<HTMLElement>(`.numbers [data-row="${CSS.escape(id)}"] :is(input, button)`);
    if (field === null) {
      closeDialog();
      showElement(id);
      return;
    }
    field.focus();
    field.scrollIntoView({ block: 'center' });
  };
  return (
    <span data-numbers="matter">
      {guesses.length === 1 ? say('window.mattersMost') : say('window.matterMost', { n: guesses.length })}
      {guesses.map(({ element, name }, at) => <LinkButton key={at} onClick={() => lead(element)}>{say.message(name)}</LinkButton>)}
    </span>
  );
}
