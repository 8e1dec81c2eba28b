import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import type { Evidence } from './evidence.ts';
import { drawingFindings, findingsShown, headlineOf, runFindings } from './findings.ts';
import type { RunResult } from './measures.ts';
import { sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';

const kinds = (evidence: Evidence): readonly string[] => runFindings(evidence).map(({ kind }) => kind);
const overloaded = (state: 'unstable' | 'terminating') => (result: RunResult): RunResult => ({
  ...result, verdict: { state, team: 'security', backlogPerDay: 1 }, bottlenecks: result.bottlenecks.map((row) => ({ ...row, offeredLoad: sure(1.3) })),
});
const notRun = (): Evidence => ({ ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model: { ...sampleModel(), demandClasses: {} } } });

describe('what a run says', () => {
  it('comes with the most telling first', () => {
    const warned = sampleEvidence((result) => ({ ...result, warnings: [{ id: 'simulation.warning.growing', text: 'x' }], bottlenecks: result.bottlenecks.map((row) => ({ ...row, offeredLoad: sure(0.9) })) }));
    expect(kinds(warned)).toEqual(['headline', 'loss', 'loss', 'bottleneck', 'sensitivity', 'warning', 'guesses', 'spread']);
    expect(findingsShown).toBe(5);
  });

  it('tells the load of a team once: as the highest, or as one that makes the answer sensitive', () => {
    const loaded = (load: number) => kinds(sampleEvidence((result) => ({ ...result, bottlenecks: result.bottlenecks.map((row) => ({ ...row, gain: null, offeredLoad: sure(load) })) }))).filter((kind) => kind === 'bottleneck' || kind === 'sensitivity');
    expect([loaded(0.7), loaded(0.9)]).toEqual([['bottleneck'], ['sensitivity']]);
  });

  it('is the verdict instead of a mean where work piles up, and beside it where the period ended', () => {
    expect(kinds(sampleEvidence(overloaded('unstable'))).slice(0, 2)).toEqual(['unstable', 'loss']);
    expect(kinds(sampleEvidence(overloaded('terminating'))).slice(0, 3)).toEqual(['headline', 'unstable', 'loss']);
    expect(kinds(sampleEvidence(overloaded('unstable')))).not.toContain('headline');
  });

  it('is nothing about times where no item that counts was finished', () => {
    const warnings = [{ id: 'simulation.warning.noneCounted', text: 'x' }];
    const nothing = sampleEvidence((result) => ({ ...result, warnings, leadTime: { ...result.leadTime, mean: null, low: null, high: null } }));
    expect(runFindings(nothing).map(({ id }) => id)).toEqual(['headline', 'warning:simulation.warning.noneCounted', 'guesses']);
    expect(say(headlineOf(nothing)!.sentence)).toBe('Nothing can be said about times: the run finished no item that counts.');
  });

  it('is what is missing while nothing ran', () => {
    expect(kinds(notRun())).toEqual(['missing']);
    expect(kinds({ ...notRun(), scenario: { id: 'today', name: 'Today', model: sampleModel() } })).toEqual([]);
  });

  it('has its first sentence above everything once it ran', () => {
    expect(headlineOf(notRun())).toBeUndefined();
    expect(headlineOf(sampleEvidence())?.kind).toBe('headline');
    expect(headlineOf(sampleEvidence(overloaded('unstable')))?.kind).toBe('unstable');
  });
});

describe('warnings of the run', () => {
  const warn = (id: string) => runFindings(sampleEvidence((result) => ({ ...result, warnings: [{ id, text: 'in the words of the run' }] }))).filter(({ kind }) => kind === 'warning');

  it('are left to the findings that tell them better', () => {
    for (const id of ['sensitive', 'unstable', 'unstableTeam', 'censored']) expect(warn(`simulation.warning.${id}`)).toEqual([]);
  });

  it('that no catalogue knows are told in the words of the run', () => {
    const [finding] = warn('simulation.warning.newer');
    expect(finding && say(finding.sentence)).toBe('in the words of the run');
    expect(finding).toMatchObject({ id: 'warning:simulation.warning.newer', elements: [] });
    expect(warn('toString').map(({ sentence }) => say(sentence))).toEqual(['in the words of the run']);
  });
});

describe('what a drawing says', () => {
  it('is what is missing, what is unclear, what is guessed', () => {
    const model = { ...sampleModel(), demandClasses: {}, systems: { s: { id: 's', name: 'S' } } };
    const findings = drawingFindings({ ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model } });
    expect(findings.map(({ id }) => id)).toEqual(['missing', 'clarity:systemWithoutOwner', 'clarity:handoffWithoutChannel', 'guesses']);
    expect(drawingFindings(sampleEvidence()).map(({ id }) => id)).toEqual(['clarity:handoffWithoutChannel', 'guesses']);
  });

  it('is the same whatever a run found', () => {
    expect(drawingFindings({ ...sampleEvidence(), scenario: { ...sampleEvidence().scenario, result: { ...sampleResult(), steps: [] } } })).toEqual(drawingFindings(sampleEvidence()));
  });
});
