import { describe, expect, it } from 'vitest';
import { help as german } from '../../../shared/language/catalogue/de/help.ts';
import { help as english } from '../../../shared/language/catalogue/en/help.ts';
import { sampleModel } from '../../../shared/document/testing/sample.ts';
import { commandTable } from '../../commands/table.ts';
import { topicGroups, topicOfElement } from './topics.ts';

const keysIn = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => [...text.matchAll(/\[([\w.]+)\]/g)].map(([, id]) => id ?? '')).toSorted();

describe('help', () => {
  it('lists every topic once, and has it in both languages with the same keys', () => {
    const listed = topicGroups.flatMap(({ topics }) => topics);
    expect(listed.toSorted()).toEqual(Object.keys(english).toSorted());
    expect(Object.keys(german).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const topic of listed) expect(keysIn(german[topic].text), topic).toEqual(keysIn(english[topic].text));
  });

  it('names only commands that there are', () => {
    const named = Object.values(english).flatMap(({ text }) => keysIn(text));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((id) => commandTable().get(id) === undefined)).toEqual([]);
  });

  it('knows what every element of a page is', () => {
    const model = sampleModel();
    expect(topicOfElement(model, 'build')).toBe('step');
    expect(topicOfElement(model, 'approve')).toBe('approval');
    expect(topicOfElement(model, 'it')).toBe('lane');
    expect(topicOfElement(model, 'nobody')).toBeUndefined();
    const flows = Object.keys(model.flows).map((id) => topicOfElement(model, id));
    expect(new Set(flows)).toEqual(new Set(['flow', 'handoff']));
    for (const id of Object.keys(model.nodes)) expect(topicOfElement(model, id)).toBeDefined();
  });
});
