import { parseDocument } from '../../../shared/document/file/parse.ts';
import { todayId, type Document } from '../../../shared/document/scenarios/document.ts';
import type { Example } from '../../../shared/examples/examples.ts';
import { setMode } from '../../store/edit.ts';
import { runSimulation } from '../../store/simulation.ts';
import { openDocument } from '../../store/tabs.ts';
import { changeTab } from '../../store/window-store.ts';

/** The document of an example. */
export function readExample(example: Example): Document {
  const parsed = parseDocument(example.text, example.id);
  if (!parsed.ok) throw new Error(`The example ${example.id} cannot be read: ${parsed.failure.code}`);
  return parsed.value;
}

/** Opens an example as a new document with its results: those that ship with it at once, others as they are simulated. */
export async function openExample(example: Example): Promise<void> {
  const document = readExample(example);
  // The results weigh more than the examples: they are read when one is opened.
  const { exampleResult } = await import('../../../shared/examples/results/results.ts');
  const result = exampleResult(example.id);
  openDocument(document, { name: document.settings.title });
  setMode('simulate');
  if (result === undefined) void runSimulation();
  else changeTab((tab) => ({ ...tab, runs: { ...tab.runs, byScenario: { [todayId]: { document, result } } } }));
}
