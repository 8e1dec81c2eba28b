import type { ReactNode } from 'react';
import type { Message } from '../../../shared/language/message.ts';
import { useSay } from '../../ui/locale.tsx';

/** Differences between two states of a document, a sentence each. */
export function DifferenceList({ title, sentences }: { readonly title: string; readonly sentences: readonly Message[] }): ReactNode {
  const say = useSay();
  if (sentences.length === 0) return <p className="muted">{say('files.noDifference')}</p>;
  return (
    <section className="differences" aria-label={title}>
      <h3>{title}</h3>
      <ul tabIndex={0} aria-label={title}>
        {sentences.map((sentence, index) => <li key={index}>{say.message(sentence)}</li>)}
      </ul>
    </section>
  );
}
