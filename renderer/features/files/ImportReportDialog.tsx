import type { ReactNode } from 'react';
import { verdicts, type ImportReport } from '../../../shared/interchange/report.ts';
import { canvasPort } from '../../store/canvas-port.ts';
import { closeDialog } from '../../store/edit.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';

/** What became of an imported file: kept, mapped, guessed, dropped. */
export function ImportReportDialog({ report }: { readonly report: ImportReport }): ReactNode {
  const say = useSay();
  return (
    <Dialog open onClose={closeDialog} size="wide" title={say('window.imported', { file: report.file })} foot={<Button kind="primary" autoFocus onClick={closeDialog}>{say('window.ok')}</Button>}>
      <div className="report-list" data-import-report="">
        {verdicts.map((verdict) => {
          const entries = report.entries.filter((entry) => entry.verdict === verdict);
          if (report.counts[verdict] === 0) return null;
          return (
            <section key={verdict}>
              <h3>{say(`window.verdict.${verdict}`, { n: report.counts[verdict] })}</h3>
              <ul>
                {entries.map((entry, index) => {
                  const { element } = entry;
                  const text = say.message(entry.message);
                  return (
                    <li key={index}>
                      {element === undefined ? text : <LinkButton onClick={() => { closeDialog(); canvasPort()?.reveal([element]); }}>{text}</LinkButton>}
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
