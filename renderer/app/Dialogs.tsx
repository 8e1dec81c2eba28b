import type { ReactNode } from 'react';
import { useWindow } from '../hooks/use-window.ts';
import { later } from '../ui/later.tsx';

const CommandPalette = later(() => import('../features/palette/CommandPalette.tsx').then((part) => part.CommandPalette));
const ExportDialog = later(() => import('../features/export/ExportDialog.tsx').then((part) => part.ExportDialog));
const AboutDialog = later(() => import('../features/files/AboutDialog.tsx').then((part) => part.AboutDialog));
const ChangedDialog = later(() => import('../features/files/ChangedDialog.tsx').then((part) => part.ChangedDialog));
const CloseDialog = later(() => import('../features/files/CloseDialog.tsx').then((part) => part.CloseDialog));
const FailureDialog = later(() => import('../features/files/FailureDialog.tsx').then((part) => part.FailureDialog));
const ImportReportDialog = later(() => import('../features/files/ImportReportDialog.tsx').then((part) => part.ImportReportDialog));
const RecoveryDialog = later(() => import('../features/files/RecoveryDialog.tsx').then((part) => part.RecoveryDialog));
const SaveTemplateDialog = later(() => import('../features/files/SaveTemplateDialog.tsx').then((part) => part.SaveTemplateDialog));
const HelpDialog = later(() => import('../features/help/HelpDialog.tsx').then((part) => part.HelpDialog));
const CommentsDialog = later(() => import('../features/comments/CommentsDialog.tsx').then((part) => part.CommentsDialog));
const AskDialog = later(() => import('../features/tables/ask/AskDialog.tsx').then((part) => part.AskDialog));
const ProposalDialog = later(() => import('../features/compare/ProposalDialog.tsx').then((part) => part.ProposalDialog));
const PrintDialog = later(() => import('../features/export/PrintDialog.tsx').then((part) => part.PrintDialog));
const VersionsDialog = later(() => import('../features/files/VersionsDialog.tsx').then((part) => part.VersionsDialog));
const WhichMeantDialog = later(() => import('../features/files/WhichMeantDialog.tsx').then((part) => part.WhichMeantDialog));
const NumbersDialog = later(() => import('../features/numbers/NumbersDialog.tsx').then((part) => part.NumbersDialog));
const KeysDialog = later(() => import('../features/palette/KeysDialog.tsx').then((part) => part.KeysDialog));
const WorkingHoursDialog = later(() => import('../features/hours/WorkingHoursDialog.tsx').then((part) => part.WorkingHoursDialog));
const ArrivalProfileDialog = later(() => import('../features/hours/ArrivalProfileDialog.tsx').then((part) => part.ArrivalProfileDialog));
const ShortcutSheet = later(() => import('../features/palette/ShortcutSheet.tsx').then((part) => part.ShortcutSheet));
const DocumentSettingsDialog = later(() => import('../features/settings/DocumentSettingsDialog.tsx').then((part) => part.DocumentSettingsDialog));
const SettingsDialog = later(() => import('../features/settings/SettingsDialog.tsx').then((part) => part.SettingsDialog));

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
      return <FailureDialog failure={dialog.failure} more={dialog.more} />;
    case 'whichMeant':
      return <WhichMeantDialog before={dialog.before} back={dialog.back} />;
    case 'export':
      return <ExportDialog />;
    case 'numbers':
      return <NumbersDialog />;
    case 'hours':
      return <WorkingHoursDialog calendar={dialog.calendar} of={dialog.of} />;
    case 'arrivalProfile':
      return <ArrivalProfileDialog demand={dialog.demand} />;
    case 'settings':
      return <SettingsDialog />;
    case 'documentSettings':
      return <DocumentSettingsDialog />;
    case 'proposal':
      return <ProposalDialog scenario={dialog.scenario} />;
    case 'versions':
      return <VersionsDialog />;
    case 'saveTemplate':
      return <SaveTemplateDialog />;
    case 'comments':
      return <CommentsDialog key={dialog.element} element={dialog.element} />;
    case 'help':
      return <HelpDialog back={dialog.back} />;
    case 'ask':
      return <AskDialog />;
    case 'print':
      return <PrintDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'about':
      return <AboutDialog />;
    case 'palette':
      return <CommandPalette />;
  }
}
