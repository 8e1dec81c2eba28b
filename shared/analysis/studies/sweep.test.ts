import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../../document/scenarios/document.ts';
import { say } from '../../language/say.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { atPoint, gridPoints, parseAxis } from './sweep.ts';

const document = { ...emptyDocument('Sweep'), model: sampleModel() };
const axis = (text: string) => parseAxis(text) ?? expect.fail();

describe('a grid', () => {
  it('is read from a path and its values', () => {
    expect(parseAxis('teams.security.capacity.value = 2, 3,4')).toEqual({ path: ['teams', 'security', 'capacity', 'value'], values: [2, 3, 4] });
    expect(axis('teams.security.discipline=fifo, priority').values).toEqual(['fifo', 'priority']);
    expect(axis('a.b.c=[1]').values).toEqual([[1]]);
    for (const text of ['', 'teams.security.capacity.value', 'teams=1', 'a.b.c=', 'a..c=1', '=1', 'a.b.c=1,,2']) expect([text, parseAxis(text)]).toEqual([text, undefined]);
  });

  it('holds every combination, the last axis fastest', () => {
    expect(gridPoints([axis('a.b.c=1,2'), axis('a.b.d=x,y')])).toEqual([[1, 'x'], [1, 'y'], [2, 'x'], [2, 'y']]);
    expect(gridPoints([])).toEqual([[]]);
  });

  it('puts its values into the document, into lists too', () => {
    const axes = [axis('teams.security.capacity.value=5'), axis('nodes.assess.serviceTime.mean=3')];
    const point = atPoint(document, axes, [5, 3]);
    expect(point.ok && [point.value.model.teams['security']?.capacity?.value, point.value.model.nodes['assess']]).toEqual([5, expect.objectContaining({ serviceTime: expect.objectContaining({ mean: 3 }) })]);
    expect(document.model.teams['security']?.capacity?.value).toBe(2);
    const second = atPoint(document, [axis('processes.change.lanes.1.size=200')], [200]);
    expect(second.ok && second.value.model.processes['change']?.lanes).toEqual([{ party: 'it', size: 160 }, { party: 'board', size: 200 }]);
  });

  it('refuses a path that is not there, a value of another kind, and what breaks the document', () => {
    const code = (text: string): string | false => {
      const one = axis(text);
      const outcome = atPoint(document, [one], [one.values[0]]);
      return !outcome.ok && outcome.failure.code;
    };
    expect(code('teams.nobody.capacity.value=5')).toBe('sweep-path');
    expect(code('teams.security.capacity.value=many')).toBe('sweep-path');
    expect(code('teams.security.name.0=X')).toBe('sweep-path');
    expect(code('teams.security.capacity.value=-5')).toBe('invalid');
  });

  it('names the path that is not there, or all values of what does not fit', () => {
    const said = (...texts: readonly string[]): string => {
      const axes = texts.map(axis);
      const outcome = atPoint(document, axes, axes.map(({ values }) => values[0]));
      return outcome.ok ? '' : say(outcome.failure.message);
    };
    expect(said('teams.nobody.capacity.value=5')).toBe('There is no input “teams.nobody.capacity.value” of that kind in the model: name table, id and fields as the file has them.');
    expect(said('teams.security.capacity.value=-5', 'teams.security.name=Guards')).toContain('teams.security.capacity.value=-5 teams.security.name="Guards"');
  });
});
