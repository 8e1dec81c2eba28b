import { FileDown, FileUp } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { guessesOf } from '../../../../shared/analysis/readings/guesses.ts';
import { answersIn, type Returned } from '../../../../shared/asking/answers.ts';
import { asked, inLanguage, rowsAsked } from '../../../../shared/asking/asked.ts';
import { sheetFileNames, sheetsFor } from '../../../../shared/asking/sheets.ts';
import type { Context } from '../../../../shared/document/cells/table.ts';
import type { Team } from '../../../../shared/document/model/organisation.ts';
import { localeOfTag, type Locale } from '../../../../shared/language/say.ts';
import { writeWorkbook } from '../../../../shared/report/writers/workbook.ts';
import { useHoursPerDay } from '../../../hooks/use-hours-per-day.ts';
import { useDocument, useModel, useProcess, useWindow } from '../../../hooks/use-window.ts';
import { host } from '../../../host/host.ts';
import { submitJob } from '../../../host/jobs.ts';
import { closeDialog, openDialog } from '../../../store/edit.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { tell } from '../../../ui/Toaster.tsx';
import { useLocale, useSay } from '../../../ui/locale.tsx';
import { ReturnedAnswers } from './ReturnedAnswers.tsx';

const workbooks = [{ name: 'Excel', extensions: ['xlsx'] }];

/** Sheets with questions go out, one per team; what comes back is looked through and taken over. */
export function AskDialog(): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const model = useModel();
  const document = useDocument();
  const process = useProcess()?.id;
  const hoursPerDay = useHoursPerDay();
  const language = useWindow((all) => all.settings.exportLanguage);
  const [returned, setReturned] = useState<Returned>();
  const context = useMemo((): Context | undefined => (model === undefined ? undefined : { model, process, locale, hoursPerDay, say }), [model, process, locale, hoursPerDay, say]);
  if (context === undefined || document === undefined) return null;
  const sheetLocale: Locale = localeOfTag(document.settings.locale) ?? (language === 'window' ? locale : language);

  const save = async (team: Team): Promise<void> => {
    const content = new Uint8Array(writeWorkbook(sheetsFor(team, document.settings.title, inLanguage(context, sheetLocale))));
    const saved = await host().request('export:save', { suggestedName: `${sheetFileNames([team], context)[0] ?? ''}.xlsx`, filters: workbooks, content });
    if (!saved.ok) openDialog({ kind: 'failure', failure: saved.failure });
    else if (saved.value.kind === 'saved') tell({ text: say('window.exported', { name: saved.value.name }) });
  };
  const read = async (): Promise<void> => {
    const chosen = await host().request('document:open', { filters: workbooks, several: false });
    const file = chosen.ok ? chosen.value[0] : undefined;
    if (!chosen.ok) openDialog({ kind: 'failure', failure: chosen.failure });
    if (file === undefined) return;
    const sheets = await submitJob({ type: 'workbook', file: { name: file.name, bytes: file.bytes } }).outcome;
    if (sheets.ok) setReturned(answersIn(sheets.value, context));
    else openDialog({ kind: 'failure', failure: sheets.failure });
  };

  if (returned !== undefined) return <ReturnedAnswers returned={returned} document={document} context={context} onBack={() => setReturned(undefined)} />;
  return (
    <Dialog open onClose={closeDialog} size="wide" title={say('tables.ask')} foot={<><span className="grow" /><Button onClick={() => void read()}><FileUp size={15} />{say('tables.ask.read')}</Button><Button kind="primary" onClick={closeDialog}>{say('window.done')}</Button></>}>
      <p className="muted">{say('tables.ask.about')}</p>
      <ul className="ask-list">
        {Object.values(context.model.teams).map((team) => <AskedTeam key={team.id} team={team} context={context} onSave={() => void save(team)} />)}
      </ul>
    </Dialog>
  );
}

function AskedTeam({ team, context: { model }, onSave }: { readonly team: Team; readonly context: Context; readonly onSave: () => void }): ReactNode {
  const say = useSay();
  const rows = asked.flatMap((one) => rowsAsked(one, team.id, model).map(({ id }) => id));
  const ids = new Set(rows);
  const guesses = guessesOf(model).filter(({ element }) => ids.has(element)).length;
  return (
    <li className="ask-team">
      <span className="grow"><strong>{team.name}</strong> <span className="muted">{say('tables.ask.guesses', { n: guesses })}</span></span>
      <Button aria-label={say('tables.ask.saveOf', { team: team.name })} onClick={onSave}><FileDown size={15} />{say('tables.ask.save')}</Button>
    </li>
  );
}
