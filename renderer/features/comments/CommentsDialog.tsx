import { Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ElementId } from '../../../shared/document/model/fields.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import { nameOf } from '../../../shared/document/model/queries.ts';
import type { Comment } from '../../../shared/document/scenarios/document.ts';
import { useDocument, useModel, useTab } from '../../hooks/use-window.ts';
import { addComment, commentsOn, markDone, removeComment } from '../../store/comments.ts';
import { closeDialog } from '../../store/edit.ts';
import { showElement } from '../../store/show-element.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';

/** What people call an element: a flow by its ends. */
function calledElement(model: Model, id: ElementId): string {
  const flow = model.flows[id];
  return flow === undefined ? nameOf(model, id) : `${nameOf(model, flow.from)} → ${nameOf(model, flow.to)}`;
}

function Row({ comment, model }: { readonly comment: Comment; readonly model: Model }): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const { id, element, author, date, text, done } = comment;
  const when = date === undefined || Number.isNaN(Date.parse(date)) ? undefined : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(date));
  const about = element === undefined ? undefined : calledElement(model, element);
  return (
    <li className="comment" data-done={done === true ? '' : undefined}>
      <p className="selectable">{text}</p>
      <div className="row">
        <span className="grow muted small">
          {element === undefined || about === undefined ? say('files.onDocument') : <LinkButton onClick={() => { closeDialog(); showElement(element); }}>{about}</LinkButton>}
          {[author, when].filter((part) => part !== undefined && part !== '').map((part) => ` · ${part}`).join('')}
        </span>
        <Check label={say('files.commentDone')} checked={done === true} onChange={(next) => void markDone(id, next)} />
        <IconButton label={say('files.removeComment', { text })} onClick={() => removeComment(id)}><Trash2 size={15} /></IconButton>
      </div>
    </li>
  );
}

/** Comments on what is selected, or on everything; they stay in the house unless an export is told otherwise. */
export function CommentsDialog({ element }: { readonly element?: ElementId | undefined }): ReactNode {
  const say = useSay();
  const document = useDocument();
  const model = useModel();
  const selection = useTab((tab) => tab.selection);
  const only = element ?? (selection?.length === 1 ? selection[0] : undefined);
  const [scope, setScope] = useState<'element' | 'all'>(only === undefined ? 'all' : 'element');
  const [text, setText] = useState('');
  if (document === undefined || model === undefined) return null;
  const about = scope === 'element' ? only : undefined;
  const shown = commentsOn(document, about);
  const add = (event?: FormEvent): void => {
    event?.preventDefault();
    if (text.trim() !== '' && addComment(text.trim(), about)) setText('');
  };
  return (
    <Dialog open onClose={closeDialog} size="wide" title={say('files.comments')}>
      <div className="stack">
        {only === undefined ? null : <div><Segments label={say('files.commentsOn')} value={scope} choices={[{ value: 'element', label: calledElement(model, only) }, { value: 'all', label: say('files.allComments', { n: Object.keys(document.comments).length }) }]} onChange={setScope} /></div>}
        <form className="comment-new" onSubmit={add}>
          <textarea className="input" rows={3} autoFocus aria-label={say('files.commentText')} placeholder={say(about === undefined ? 'files.commentOnDocument' : 'files.commentOnElement')} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => (event.key === 'Enter' && event.ctrlKey ? add() : undefined)} />
          <Button kind="primary" type="submit" disabled={text.trim() === ''}>{say('files.addComment')}</Button>
        </form>
        {shown.length === 0 ? <p className="muted">{say('files.noComments')}</p> : <ul className="comments">{shown.map((comment) => <Row key={comment.id} comment={comment} model={model} />)}</ul>}
        <p className="muted small">{say('files.commentsStay')}</p>
      </div>
    </Dialog>
  );
}
