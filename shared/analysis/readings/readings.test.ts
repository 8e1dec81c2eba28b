import { describe, expect, it } from 'vitest';
import { type Locale, say } from '../../language/say.ts';
import type { Difference } from '../../simulation/results/comparison.ts';
import { boundaryPath } from './boundary-path.ts';
import { bottleneckFinding, sensitivityFindings } from './bottleneck.ts';
import { clarityFindings } from './clarity.ts';
import { readComparison } from './comparison.ts';
import type { Finding } from './finding.ts';
import { drawingFindings, runFindings } from './findings.ts';
import { groupTimes } from './groups.ts';
import { guessFinding } from './guess-finding.ts';
import { guessesOf } from './guesses.ts';
import { headline, spreadFinding } from './headline.ts';
import { balanceOf, hoursPerWeek, instabilityFinding } from './instability.ts';
import { lossFindings } from './losses.ts';
import { missingOf } from './missing.ts';
import { meanOf, waitingOf } from './measures.ts';
import { attributionOf, sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';
import { suggestions } from './suggestions.ts';

const day = 86_400;
const said = (finding: Finding | undefined, locale: Locale = 'en'): string => (finding === undefined ? '' : say(finding.sentence, locale));

describe('the headline', () => {
  it('says how long an item takes and how much of it is waiting', () => {
    const evidence = sampleEvidence();
    expect(said(headline(evidence, sampleResult()))).toBe('A request takes 9.4 days; 7.1 are waiting.');
    expect(said(headline(evidence, sampleResult()), 'de')).toBe('Vorgang „request“ dauert 9,4 Tage; 7,1 davon sind Warten.');
  });

  it('counts work inside repeated stretches as work', () => {
    const result = { ...sampleResult(), within: { clarification: attributionOf({}), rework: attributionOf({ service: day }) } };
    expect(waitingOf(result)).toBeCloseTo(6.1 * day, 6);
  });

  it('says so where hardly anything is waiting', () => {
    const result = { ...sampleResult(), attribution: attributionOf({ service: 9.35 * day, queue: 0.05 * day }) };
    expect(said(headline(sampleEvidence(), result))).toBe('A request takes 9.4 days, and hardly any of it is waiting.');
  });

  it('calls a mean with unfinished items a lower bound', () => {
    const result = { ...sampleResult(), items: { ...sampleResult().items, censored: 12 } };
    expect(said(headline(sampleEvidence(), result))).toBe('A request takes at least 9.4 days: 12 were not finished when the period ended.');
  });

  it('puts the plausible range before the simulation-only interval under Why', () => {
    const why = (headline(sampleEvidence(), sampleResult()).why ?? []).map((line) => say(line));
    expect(why[0]).toContain('between 7 days and 13 days');
    expect(why[1]).toContain('between 9.1 days and 9.7 days (95 %)');
  });

  it('words the spread between items apart', () => {
    expect(said(spreadFinding(sampleResult()))).toBe('8 in 10 take 3 to 12 days.');
  });
});

describe('losses between teams', () => {
  it('names the largest boundary with the thing in the model that makes it', () => {
    const [first, second] = lossFindings(sampleEvidence(), sampleResult());
    expect(said(first)).toBe('Most is lost Security → Change board: 3.9 days, because Change board meets weekly.');
    expect(first?.elements).toEqual(['approve']);
    expect(said(second)).toBe('Outside → Security: 3 days lost, because 71 % of the time of Security is taken.');
  });

  it('finds the flows behind a boundary through gateways', () => {
    const path = boundaryPath(sampleModel(), 'security', 'cab');
    expect(path.flows.map(({ id }) => id)).toEqual(['f2', 'f3']);
    expect(path.steps.map(({ id }) => id)).toEqual(['approve']);
  });

  it('ends at a loop of gateways', () => {
    const model = sampleModel();
    const flows = { ...model.flows, back: { id: 'back', process: 'change', from: 'check', to: 'check' } };
    expect(boundaryPath({ ...model, flows }, 'security', 'cab').flows.map(({ id }) => id)).toEqual(['f2', 'f3']);
  });

  it('says so where hardly anything is lost', () => {
    const result = { ...sampleResult(), boundaries: [] };
    expect(lossFindings(sampleEvidence(), result).map((finding) => said(finding))).toEqual(['Hardly any time is lost between teams.']);
  });

  it('suggests a change for each large loss', () => {
    expect(suggestions(sampleEvidence(), sampleResult()).map(({ sentence }) => say(sentence))).toEqual([
      'Decide small cases at Change board without waiting for the meeting', 'Give Security one more person',
    ]);
  });

  it('asks nobody outside for other hours', () => {
    const closed = (from: string): string | undefined => {
      const [first] = sampleResult().boundaries;
      const boundaries = first === undefined ? [] : [{ ...first, from, to: 'cab', attribution: attributionOf({ calendar: 3 * day }) }];
      return suggestions(sampleEvidence(), { ...sampleResult(), boundaries }).map(({ sentence }) => say(sentence))[0];
    };
    expect([closed('outside'), closed('security')]).toEqual(['Open Change board at more of the hours at which work comes in', 'Let the hours of Security and Change board overlap more']);
  });
});

describe('the bottleneck', () => {
  it('goes by what one more there saves', () => {
    expect(said(bottleneckFinding(sampleEvidence(), sampleResult()))).toBe('The flow is held back at Security: one more there saves 1.5 days.');
  });

  it('is none where the gain cannot be told from nothing', () => {
    const [row] = sampleResult().bottlenecks;
    if (row?.gain === undefined || row.gain === null) throw new Error('The sample has a gain.');
    const result = { ...sampleResult(), bottlenecks: [{ ...row, gain: { ...row.gain, capacity: sure(0.1 * day, 0.2 * day) } }] };
    expect(said(bottleneckFinding(sampleEvidence(), result))).toContain('No team holds the flow back');
  });

  it('goes by load where no gain was computed', () => {
    const result = { ...sampleResult(), bottlenecks: sampleResult().bottlenecks.map((row) => ({ ...row, gain: null })) };
    expect(said(bottleneckFinding(sampleEvidence(), result))).toBe('The highest load is on Security: 71 % of the time.');
  });

  it('warns from a load of 0.85 on', () => {
    const loaded = (load: number) => ({ ...sampleResult(), bottlenecks: sampleResult().bottlenecks.map((row) => ({ ...row, offeredLoad: sure(load) })) });
    expect(sensitivityFindings(sampleEvidence(), loaded(0.849))).toEqual([]);
    expect(said(sensitivityFindings(sampleEvidence(), loaded(0.85))[0])).toBe('The load on Security is 85 %: small changes of volume or time move the answer much.');
  });
});

describe('a flow that cannot keep up', () => {
  const unstable = () => ({
    ...sampleResult(),
    verdict: { state: 'unstable' as const, team: 'security', backlogPerDay: 1.3 },
    bottlenecks: sampleResult().bottlenecks.map((row) => ({ ...row, offeredLoad: sure(1.3) })),
  });

  it('always comes with ways out', () => {
    const evidence = sampleEvidence();
    const finding = instabilityFinding(evidence, unstable());
    expect(said(finding)).toBe('Security would need 104 h a week and can give 80. Check minutes, people or volume; it balances at 15 requests a week.');
    expect(finding?.remedies?.map((remedy) => say(remedy.sentence))).toEqual([
      'Check the minutes of the steps at Security', 'Give Security 1 more person', 'Check the volume: 15 a week would balance',
    ]);
  });

  it('leads the findings instead of a mean', () => {
    expect(runFindings(sampleEvidence(unstable))[0]?.kind).toBe('unstable');
    expect(runFindings(sampleEvidence(unstable)).some(({ kind }) => kind === 'headline')).toBe(false);
  });

  it('counts the hours of people by their own calendars', () => {
    const model = sampleModel();
    const team = { ...model.teams['security'], id: 'security', name: 'Security', party: 'it', people: ['p1', 'p2'] };
    const calendars = { half: { id: 'half', name: 'Half', weekly: [{ day: 'mon' as const, from: '09:00', to: '13:30', availability: 0.5 }] } };
    const people = { p1: { id: 'p1', name: 'A', calendar: 'half' }, p2: { id: 'p2', name: 'B' } };
    expect(hoursPerWeek({ ...model, calendars, people }, team)).toBe(42.25);
  });

  it('scales only the work of the flow to balance', () => {
    expect(balanceOf(sampleModel(), unstable(), 'security')?.itemsPerWeek).toBeCloseTo((514 / (180 / 7)) * (0.9 / 1.2), 6);
  });
});

describe('warnings of the run', () => {
  it('are told unless another finding tells them better', () => {
    const warned = (id: string) => runFindings(sampleEvidence((result) => ({ ...result, warnings: [{ id, values: { n: 3 }, text: 'said' }] }))).filter(({ kind }) => kind === 'warning').map((finding) => said(finding, 'de'));
    expect(warned('simulation.warning.growing')).toHaveLength(1);
    expect(warned('simulation.warning.growing')[0]).not.toBe('said');
    expect(warned('simulation.warning.sensitive')).toEqual([]);
    expect(warned('simulation.warning.newer')).toEqual(['said']);
  });
});

describe('what a model leaves open', () => {
  it('lists estimated and assumed numbers, not measured ones', () => {
    expect(guessesOf(sampleModel()).map(({ path }) => path.join('.'))).toEqual(['nodes.assess.serviceTime', 'flows.f3.probability', 'flows.f4.probability']);
    expect(said(guessFinding(sampleEvidence(), sampleResult()))).toContain('Rests on guesses: ');
    expect(said(guessFinding(sampleEvidence(), sampleResult()))).toContain('time for Assess');
  });

  it('leaves out what only money depends on', () => {
    const model = sampleModel();
    const security = model.teams['security'];
    if (security === undefined) throw new Error('The sample has a team.');
    const priced = { ...model, teams: { ...model.teams, security: { ...security, costPerHour: { value: 80, provenance: 'estimated' as const } } } };
    expect(guessesOf(priced)).toHaveLength(3);
  });

  it('asks for absent volume, capacity and service time', () => {
    const model = sampleModel();
    const { serviceTime: _, ...assess } = model.nodes['assess'] as Extract<(typeof model.nodes)[string], { kind: 'step' }>;
    const open = {
      ...model,
      teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it' } },
      demandClasses: { normal: { id: 'normal', name: 'Changes', start: 'start' } },
      nodes: { ...model.nodes, assess },
    };
    expect(missingOf(sampleModel())).toEqual([]);
    expect(missingOf(open).map(({ field, needed }) => `${field} ${needed}`)).toEqual(['arrivals true', 'capacity true', 'serviceTime true']);
    expect(said(drawingFindings({ ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model: open } })[0])).toBe('3 things to fill in.');
  });

  it('finds what is unclear', () => {
    const model = sampleModel();
    const two = { ...model.nodes['approve'], owners: ['Deputy'] } as (typeof model.nodes)[string];
    const findings = clarityFindings({
      ...model,
      nodes: { ...model.nodes, approve: two },
      systems: { jira: { id: 'jira', name: 'Tickets' } },
      teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it', capacity: { value: 1 } } },
    });
    expect(findings.map((finding) => said(finding))).toEqual([
      '1 step has more than one owner: Approve.', '1 system has no owner: Tickets.', '1 handoff has no agreed channel: IT → Approve.',
      'Work stands still when one person is away: Security.',
    ]);
  });

  it('takes everything at top priority for nothing decided', () => {
    const model = sampleModel();
    const urgent = (id: string) => ({ id, name: id, start: 'start', priority: 1 });
    expect(clarityFindings({ ...model, demandClasses: { a: urgent('a'), b: urgent('b') } }).some(({ id }) => id === 'clarity:allTopPriority')).toBe(true);
    expect(clarityFindings({ ...model, demandClasses: { a: urgent('a'), b: { ...urgent('b'), priority: 2 } } }).some(({ id }) => id === 'clarity:allTopPriority')).toBe(false);
  });
});

describe('a comparison in words', () => {
  const difference = (given: Partial<Difference>): Difference => ({ measure: 'leadTime', element: null, mean: -2.4 * day, low: -3 * day, high: -1.9 * day, verdict: 'better', secondOrder: false, ...given });
  const proposalResult = () => ({ ...sampleResult(), teams: sampleResult().teams.map((team) => (team.id === 'security' ? { ...team, utilisation: sure(0.79) } : team)) });
  const read = (differences: readonly Difference[]) => {
    const evidence = sampleEvidence();
    const proposals = [{ id: 'daily', name: 'Meeting daily', model: sampleModel(), result: proposalResult() }];
    return readComparison({ ...evidence, base: evidence.scenario, proposals }, { base: 'today', family: differences.length, scenarios: [{ id: 'daily', differences: [...differences] }] }, 'daily');
  };

  it('follows the interval', () => {
    expect(said(read([difference({})])?.effect)).toBe('Meeting daily saves 1.9 to 3 days.');
    expect(said(read([difference({ mean: 1.2 * day, low: day, high: 2 * day, verdict: 'worse' })])?.effect)).toBe('Meeting daily takes 1 to 2 days longer.');
    expect(said(read([difference({ low: -3 * day, high: day, verdict: 'unclear' })])?.effect)).toBe('No clear difference.');
  });

  it('says that nothing changed where nothing did', () => {
    expect(said(read([difference({ mean: 0, low: 0, high: 0, verdict: 'unclear' })])?.effect)).toBe('Meeting daily changes nothing.');
  });

  it('tells who pays, and what moved elsewhere', () => {
    const reading = read([
      difference({}),
      difference({ measure: 'utilisation', element: 'security', mean: 0.08, low: 0.06, high: 0.1, verdict: 'worse', secondOrder: true }),
      difference({ measure: 'waiting', element: 'assess', mean: -day, low: -1.2 * day, high: -0.8 * day, secondOrder: true }),
      difference({ measure: 'waiting', element: 'cab', mean: day, low: 0.9 * day, high: 2 * day, verdict: 'worse' }),
      difference({ measure: 'friction', element: 'security>cab', mean: -3 * day, low: -3.2 * day, high: -2.8 * day }),
    ]);
    expect(reading?.pays.map((finding) => said(finding))).toEqual(['Work waits 0.9 to 2 days longer at Change board.']);
    expect(reading?.elsewhere.map((finding) => said(finding))).toEqual(['More load on Security: 71 → 79 %.', 'Work waits 19 to 29 hours less at Assess.']);
    expect(reading?.gains.map((finding) => said(finding))).toEqual(['Security → Change board: 2.8 to 3.2 days less lost.']);
  });
});

describe('the six groups', () => {
  it('sum to the lead time', () => {
    const { attribution, leadTime } = sampleResult();
    expect(groupTimes(attribution).reduce((sum, part) => sum + part.seconds, 0)).toBeCloseTo(meanOf(leadTime), 6);
  });
});
