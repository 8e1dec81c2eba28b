import type { ReactNode } from 'react';
import { ExportDialog } from '../features/export/ExportDialog.tsx';
import { AboutDialog } from '../features/files/AboutDialog.tsx';
import { ChangedDialog } from '../features/files/ChangedDialog.tsx';
import { CloseDialog } from '../features/files/CloseDialog.tsx';
import { FailureDialog } from '../features/files/FailureDialog.tsx';
import { ImportReportDialog } from '../features/files/ImportReportDialog.tsx';
import { RecoveryDialog } from '../features/files/RecoveryDialog.tsx';
import { NumbersDialog } from '../features/numbers/NumbersDialog.tsx';
import { CommandPalette } from '../features/palette/CommandPalette.tsx';
import { ShortcutSheet } from '../features/palette/ShortcutSheet.tsx';
import { DocumentSettingsDialog } from '../features/settings/DocumentSettingsDialog.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { useWindow } from '../hooks/use-window.ts';

/** The question or form that lies over the window now. */
export function Dialogs(): ReactNode {
  const dialog = useWindow((all) => all.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'close':
      return <CloseDialog tabs={dialog.tabs} quitting={dialog.quit} />;
    case 'changedOnDisk':
      return <ChangedDialog tab={dialog.tab} theirs={dialog.theirs} />;
    case 'importReport':
      return <ImportReportDialog report={dialog.report} />;
    case 'recovery':
      return <RecoveryDialog journals={dialog.journals} />;
    case 'failure':
      return <FailureDialog failure={dialog.failure} />;
    case 'export':
      return <ExportDialog />;
    case 'numbers':
      return <NumbersDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'documentSettings':
      return <DocumentSettingsDialog />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'about':
      return <AboutDialog />;
    case 'palette':
      return <CommandPalette />;
  }
}
