import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { applyComfort, applyTheme } from '../styles/apply-theme.ts';
import { useTab, useWindow, useWindowParts } from '../hooks/use-window.ts';
import { onRefusal } from '../store/edit.ts';
import { localeOf, state, themeOf } from '../store/window-store.ts';
import { say } from '../../shared/language/say.ts';
import { later } from '../ui/later.tsx';
import { LocaleProvider } from '../ui/locale.tsx';
import { TipProvider } from '../ui/Tip.tsx';
import { tell, Toaster } from '../ui/Toaster.tsx';
import { Dialogs } from './Dialogs.tsx';
import { DropTarget } from './DropTarget.tsx';
import { slots } from './slots.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeys } from './use-keys.ts';
import { Welcome } from './Welcome.tsx';

const Workspace = later(() => import('./Workspace.tsx').then((part) => part.Workspace), <main />);

/** The window: one bar, what is worked on, one line of status, and whatever lies over them. */
export function App(): ReactNode {
  const theme = useWindow(themeOf);
  const locale = useWindow(localeOf);
  const comfort = useWindowParts(({ settings }) => ({ textSize: settings.textSize, reduced: settings.reducedMotion === 'reduced' }));
  const open = useWindow((all) => all.tabs.some((tab) => tab.id === all.active));
  const presenting = useTab((tab) => tab.mode === 'present') === true && slots.PresentPages !== undefined;
  useKeys();
  useLayoutEffect(() => applyTheme(theme), [theme]);
  useLayoutEffect(() => applyComfort(comfort.textSize, comfort.reduced), [comfort]);
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useLayoutEffect(() => onRefusal((failure) => tell({ text: say(failure.message, localeOf(state())), kind: 'error' })), []);
  const Start = useMemo(() => slots.StartScreen ?? Welcome, []);
  const Present = slots.PresentPages;

  return (
    <LocaleProvider locale={locale}>
      <TipProvider>
        {presenting && Present !== undefined ? (
          <Present />
        ) : (
          <div className="window">
            <TopBar />
            {open ? <Workspace /> : <main className="start"><Start /></main>}
            <StatusLine />
          </div>
        )}
        <Dialogs />
        <DropTarget />
        <Toaster />
      </TipProvider>
    </LocaleProvider>
  );
}
