import { useMemo, useState, type ReactNode } from 'react';
import { answerText, take, type Returned } from '../../../../shared/asking/answers.ts';
import { inLanguage, sureWords } from '../../../../shared/asking/asked.ts';
import { commentsOf, momentOf } from '../../../../shared/asking/record.ts';
import type { Context } from '../../../../shared/document/cells/table.ts';
import type { Document } from '../../../../shared/document/scenarios/document.ts';
import { closeDialog, command, newGesture, perform } from '../../../store/edit.ts';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Check.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { tell } from '../../../ui/Toaster.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useSay } from '../../../ui/locale.tsx';

interface ReturnedAnswersProps {
  readonly returned: Returned;
  readonly document: Document;
  readonly context: Context;
  readonly onBack: () => void;
}

/** What a returned sheet says otherwise, line by line: ticked lines are taken over, with who said so and when. */
export function ReturnedAnswers({ returned, document, context, onBack }: ReturnedAnswersProps): ReactNode {
  const say = useSay();
  const [by, setBy] = useState(returned.by);
  const inSheet = useMemo(() => inLanguage(context, returned.locale), [context, returned.locale]);
  const complaints = useMemo(() => take(returned.answers, inSheet).complaints, [returned, inSheet]);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const chosen = returned.answers.filter(({ key }) => !off.has(key) && !complaints.has(key));
  const toggle = (key: string, on: boolean): void => setOff(new Set(on ? [...off].filter((one) => one !== key) : [...off, key]));

  const accept = (): void => {
    const { operations } = take(chosen, inSheet);
    const gesture = newGesture();
    const moment = momentOf(returned.date, new Date().toISOString());
    const comments = commentsOf(chosen, by, moment, document, context);
    closeDialog();
    if (!perform(operations, gesture)) return;
    command(comments.map((comment) => ({ type: 'comment.add', comment })), gesture);
    tell({ text: say('tables.ask.taken', { n: chosen.length }) });
  };

  return (
    <Dialog
      open
      onClose={closeDialog}
      size="wide"
      title={say('tables.ask.returned')}
      foot={
        <>
          <Button onClick={onBack}>{say('tables.ask.back')}</Button>
          <Button kind="primary" disabled={chosen.length === 0} onClick={accept}>{say('tables.ask.take', { n: chosen.length })}</Button>
        </>
      }
    >
      <div className="fields">
        {returned.sheets === 0 ? <p role="alert">{say('tables.ask.noSheet')}</p> : returned.answers.length === 0 ? <p>{say('tables.ask.nothingNew')}</p> : null}
        {returned.lost === 0 ? null : <p className="muted">{say('tables.ask.lost', { n: returned.lost })}</p>}
        {returned.answers.length === 0 ? null : <Field label={say('tables.ask.by')}><TextField value={by} onChange={setBy} /></Field>}
        <ul className="ask-list">
          {returned.answers.map((answer) => {
            const { key, name, sure } = answer;
            const complaint = complaints.get(key);
            const told = answerText(answer, say);
            return (
              <li key={key} className="ask-answer">
                {complaint === undefined
                  ? <Check label={`${name}: ${told}${sure === undefined ? '' : ` (${say(sureWords[sure])})`}`} checked={!off.has(key)} onChange={(on) => toggle(key, on)} />
                  : <span>{name}: {told} <span className="field-error">{say.message(complaint)}</span></span>}
              </li>
            );
          })}
        </ul>
      </div>
    </Dialog>
  );
}
