import type { ReactNode } from 'react';
import { useSay } from '../../ui/locale.tsx';

/** What few people need, folded away until asked for. */
export function More({ children, label }: { readonly children: ReactNode; readonly label?: string }): ReactNode {
  const say = useSay();
  return (
    <details className="more">
      <summary>{label ?? say('window.more')}</summary>
      <div className="fields">{children}</div>
    </details>
  );
}

export interface SectionProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A part of a form, with its heading. */
export function Section({ title, children }: SectionProps): ReactNode {
  return (
    <section className="section">
      {title === undefined ? null : <h3>{title}</h3>}
      <div className="fields">{children}</div>
    </section>
  );
}
