import { describe, expect, it } from 'vitest';
import { analysis as german } from './de/analysis.ts';
import { document as germanDocument } from './de/document.ts';
import { simulation as germanSimulation } from './de/simulation.ts';
import { analysis } from './en/analysis.ts';
import { document } from './en/document.ts';
import { simulation } from './en/simulation.ts';

/** Names of teams are singular and plural ("Legal", "Security analysts"): where one is the subject, no verb may agree with it. Who meets is one body. */
const team = /(?<!team "|\b(?:of|for|on|at|with|to) )\{(team|who|to|decider|owner)\} (\w+ )?/;

describe('a sentence about a team', () => {
  const english = new RegExp(`${team.source}(is|has|gets|holds|takes|waits|asks|does|sends|keeps|works|learns|decides|owns)\\b`);
  it.each(Object.entries({ ...analysis, ...document, ...simulation }))('fits one and many, in English: %s', (_id, text) => expect(text).not.toMatch(english));

  const wendet = /(ist|hat|bekommt|hält|nimmt|wartet|arbeitet|behält|lernt|entscheidet|verantwortet|lässt)\b/;
  it.each(Object.entries({ ...german, ...germanDocument, ...germanSimulation }))('fits one and many, in German: %s', (_id, text) => {
    expect(text).not.toMatch(new RegExp(`^\\{(team|decider|owner)\\} ${wendet.source}`));
    expect(text).not.toMatch(/weil \{who\}(?! .*tagt)/);
  });
});
