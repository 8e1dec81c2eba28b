import { createRoot } from 'react-dom/client';
import '../styles/all.css';
import { host } from '../host/host.ts';
import { prepareForJobs } from '../host/jobs.ts';
import { openFiles, offerRecovery, refreshRecent } from '../store/files.ts';
import { keepJournals } from '../store/journal.ts';
import { tellFailures } from '../store/edit.ts';
import { setState } from '../store/window-store.ts';
import { fetchLaterParts } from '../ui/later.tsx';
import { App } from './App.tsx';
import { listenToHost } from './listen-to-host.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the window');

const facts = await host().request('app:start', {});
setState({ settings: facts.settings, systemLanguage: facts.systemLanguage, version: facts.version });
listenToHost();
keepJournals();
createRoot(root).render(<App />);
/** The rest of the program is read once the start screen stands, so that nothing waits for it when it is first used. */
async function readTheRest(): Promise<void> {
  await fetchLaterParts();
  // From here on a form stands as soon as it is asked for: a test's hands are quicker than a person's.
  document.documentElement.dataset['whole'] = '';
  prepareForJobs();
  const { rehearse } = await import('./rehearse.tsx');
  await rehearse();
}
requestIdleCallback(() => void readTheRest(), { timeout: 500 });

await refreshRecent();
if (facts.opened.length > 0) await openFiles(facts.opened);
tellFailures(facts.failures);
if (facts.failures.length === 0) await offerRecovery();
