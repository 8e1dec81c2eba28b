import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../simulation/results/estimate.ts';
import { say } from '../../language/say.ts';
import { bottleneckFinding, sensitivityFindings } from './bottleneck.ts';
import type { RunResult } from './measures.ts';
import { sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';

const day = 86_400;
type Row = RunResult['bottlenecks'][number];

/** A row of a team with a load and, where given, a gain in seconds of its rank. */
const row = (team: string, load: number, gain?: { readonly seconds: Estimate; readonly rank: number; readonly tied?: boolean }): Row => ({
  team, offeredLoad: sure(load), waitShare: sure(0.5), activePeriod: sure(0.25),
  gain: gain === undefined ? null : { capacity: gain.seconds, service: sure(0), rank: gain.rank, tied: gain.tied ?? false },
});

const model = { ...sampleModel(), teams: { ...sampleModel().teams, legal: { id: 'legal', name: 'Legal', party: 'it', capacity: { value: 1 } }, audit: { id: 'audit', name: 'Audit', party: 'it', capacity: { value: 1 } } } };
const evidence = { ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model } };
const find = (rows: readonly Row[], verdict: RunResult['verdict'] = { state: 'stable', team: null, backlogPerDay: null }) =>
  bottleneckFinding(evidence, { ...sampleResult(), bottlenecks: [...rows], verdict });
const said = (...given: Parameters<typeof find>): string | undefined => {
  const finding = find(...given);
  return finding === undefined ? undefined : say(finding.sentence);
};

describe('the bottleneck by gain', () => {
  it('is the team of the first rank, in whatever order the rows come', () => {
    const rows = [row('legal', 0.9), row('audit', 0.4, { seconds: sure(day, 10), rank: 3 }), row('cab', 0.5, { seconds: sure(2 * day, 10), rank: 2 }), row('security', 0.3, { seconds: sure(3 * day, 10), rank: 1 })];
    const finding = find(rows);
    expect(finding).toMatchObject({ id: 'bottleneck', kind: 'bottleneck', elements: ['security'], size: 3 * day });
    expect(said(rows)).toBe('The flow is held back at Security: one more there saves 3 days.');
    expect(finding?.why?.map((line) => say(line))).toEqual(['Load 30 %, busy 71 %, 50 % of all waiting, without a pause 25 % of the time.']);
  });

  it('shows a team that the result does not list as not busy', () => {
    expect(find([row('audit', 0.3, { seconds: sure(day, 10), rank: 1 })])?.why?.map((line) => say(line))).toEqual(['Load 30 %, busy 0 %, 50 % of all waiting, without a pause 25 % of the time.']);
  });

  it('names those that cannot be told apart from it', () => {
    const rows = [
      row('security', 0.3, { seconds: sure(day, 10), rank: 1, tied: true }), row('cab', 0.3, { seconds: sure(day, 10), rank: 2, tied: true }),
      row('legal', 0.3, { seconds: sure(day, 10), rank: 3, tied: true }), row('audit', 0.3, { seconds: sure(1, 0.1), rank: 4 }),
    ];
    expect(said(rows)).toBe('The flow is held back at Security or Change board, Legal: they cannot be told apart.');
  });

  it('speaks of no others where it is tied with nobody, or only others are', () => {
    const alone = 'The flow is held back at Security: one more there saves 24 hours.';
    expect(said([row('security', 0.3, { seconds: sure(day, 10), rank: 1, tied: true })])).toBe(alone);
    expect(said([row('security', 0.3, { seconds: sure(day, 10), rank: 1 }), row('cab', 0.3, { seconds: sure(1, 0.1), rank: 2, tied: true })])).toBe(alone);
  });

  it('counts finished items where the flow cannot keep up', () => {
    expect(said([row('security', 1.2, { seconds: sure(0.432, 0.1), rank: 1 })], { state: 'unstable', team: 'security', backlogPerDay: 1 })).toBe(
      'The flow is held back at Security: one more there finishes 0.43 more a day.',
    );
  });

  it('is none where the gain may be nothing, or its range is unknown', () => {
    const none = 'No team holds the flow back: one more anywhere changes nothing that can be told.';
    const finding = find([row('security', 0.3, { seconds: sure(day, day), rank: 1 })]);
    expect(finding).toMatchObject({ id: 'bottleneck', kind: 'bottleneck', elements: [] });
    expect(finding?.why).toHaveLength(1);
    expect(said([row('security', 0.3, { seconds: sure(day, day), rank: 1 })])).toBe(none);
    expect(said([row('security', 0.3, { seconds: sure(day, 2 * day), rank: 1 })])).toBe(none);
    expect(said([row('security', 0.3, { seconds: { ...sure(day), low: null, high: null }, rank: 1 })])).toBe(none);
  });
});

describe('the bottleneck by load', () => {
  it('is the team of the highest load', () => {
    const rows = [row('security', 0.3), row('legal', 0.6), row('cab', 0.4)];
    expect(find(rows)).toMatchObject({ id: 'bottleneck', kind: 'bottleneck', elements: ['legal'] });
    expect(said(rows)).toBe('The highest load is on Legal: 60 % of the time.');
    expect(find(rows)?.why?.map((line) => say(line))).toEqual(['Load 60 %, busy 0 %, 50 % of all waiting, without a pause 25 % of the time.']);
  });

  it('is nobody where there is hardly any load, or no team', () => {
    expect(find([row('security', 0.049)])).toBeUndefined();
    expect(said([row('security', 0.05)])).toBe('The highest load is on Security: 5 % of the time.');
    expect(find([])).toBeUndefined();
  });
});

describe('the warning of a high load', () => {
  const warn = (rows: readonly Row[], team: string | null = null) =>
    sensitivityFindings(evidence, { ...sampleResult(), bottlenecks: [...rows], verdict: { state: 'stable', team, backlogPerDay: null } });

  it('comes per team, the highest load first', () => {
    const findings = warn([row('security', 0.86), row('legal', 0.97), row('cab', 0.5)]);
    expect(findings).toMatchObject([
      { id: 'sensitivity:legal', kind: 'sensitivity', elements: ['legal'], size: 0.97 }, { id: 'sensitivity:security', kind: 'sensitivity', elements: ['security'], size: 0.86 },
    ]);
    expect(findings.map(({ sentence }) => say(sentence))).toEqual([
      'The load on Legal is 97 %: small changes of volume or time move the answer much.', 'The load on Security is 86 %: small changes of volume or time move the answer much.',
    ]);
  });

  it('is left to the verdict for the team that the verdict names', () => {
    expect(warn([row('security', 0.99), row('legal', 0.97)], 'security').map(({ id }) => id)).toEqual(['sensitivity:legal']);
  });
});
