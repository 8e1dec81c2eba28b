import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import type { Person, Team } from '../../document/model/organisation.ts';
import type { Requirement, Step } from '../../document/model/node.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { withOneMore, withServiceTimes } from './changes.ts';

const fixed = (value: number) => ({ type: 'fixed', value, unit: 'h' }) as const;

/** The sample, its team Security changed and its step "assess" asking for other people. */
function staffed(team: Partial<Team>, { people = [], requirements }: { readonly people?: readonly Person[]; readonly requirements?: readonly Requirement[] } = {}): Model {
  const model = sampleModel();
  const assess = model.nodes['assess'];
  const { capacity: _, ...security } = model.teams['security']!;
  if (assess?.kind !== 'step') throw new Error('The sample has a step.');
  return {
    ...model,
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    teams: { ...model.teams, security: { ...security, ...team } },
    nodes: { ...model.nodes, assess: requirements === undefined ? assess : { ...assess, requirements: [...requirements] } },
  };
}
const stepOf = (model: Model): Step => {
  const step = model.nodes['assess'];
  if (step?.kind !== 'step') throw new Error('The sample has a step.');
  return step;
};
const person = (id: string, calendar?: string, skills?: string[]): Person => ({ id, name: id.toUpperCase(), ...(calendar === undefined ? {} : { calendar }), ...(skills === undefined ? {} : { skills }) });
/** The one that is added to Security. */
const added = (model: Model): Person | undefined => {
  const more = withOneMore(model, 'security');
  return more.people[more.teams['security']?.people?.at(-1) ?? ''];
};

describe('one more', () => {
  it('is a unit of a team with a number, whatever else it says of it', () => {
    const more = withOneMore(staffed({ capacity: { value: 2, provenance: 'estimated' } }), 'security');
    expect(more.teams['security']?.capacity).toEqual({ value: 3, provenance: 'estimated' });
    expect(more.people).toEqual({});
    expect(withOneMore(staffed({ capacity: { value: 2 }, people: [] }), 'security').teams['security']).toMatchObject({ capacity: { value: 3 }, people: [] });
  });

  it('is nothing where the team is unknown, unlimited or without a number', () => {
    for (const model of [staffed({}), staffed({ unlimited: true, capacity: { value: 2 } }), staffed({ unlimited: true, people: ['a'] }, { people: [person('a')] })]) {
      expect(withOneMore(model, 'security')).toBe(model);
    }
    const model = sampleModel();
    expect(withOneMore(model, 'nobody')).toBe(model);
  });

  it('is a person with a new id, last in the team', () => {
    const model = staffed({ people: ['a', 'b'] }, { people: [person('a'), person('b')] });
    const more = withOneMore(model, 'security');
    const [first, second, third] = more.teams['security']?.people ?? [];
    expect([first, second]).toEqual(['a', 'b']);
    expect(third).toMatch(/^one-more-\d+$/);
    expect(added(model)).toEqual({ id: third, name: third });
    expect(Object.keys(more.people)).toEqual(['a', 'b', third]);
  });

  it('keeps the calendar that most have, the first of equals, none where most follow the team', () => {
    const on = (...calendars: readonly (string | undefined)[]): string | undefined => {
      const people = calendars.map((calendar, at) => person(`p${at}`, calendar));
      return added(staffed({ people: people.map(({ id }) => id) }, { people }))?.calendar;
    };
    expect([on('x', 'y', 'y'), on('x', 'y'), on('y', 'x'), on(undefined, undefined, 'x'), on('x', undefined, 'x')]).toEqual(['y', 'x', 'y', undefined, 'x']);
    expect(added(staffed({ people: ['a'] }, { people: [person('a')] }))).not.toHaveProperty('calendar');
  });

  it('can do what the team can do', () => {
    expect(added(staffed({ people: ['a', 'b', 'gone'] }, { people: [person('a', undefined, ['law', 'tax']), person('b', undefined, ['tax', 'code'])] }))?.skills).toEqual(['law', 'tax', 'code']);
    expect(added(staffed({ people: ['a'] }, { people: [person('a', undefined, [])] }))).not.toHaveProperty('skills');
  });

  it('may do a step where the first of the team may, on the same terms', () => {
    const requirements: readonly Requirement[] = [{ anyOf: [{ person: 'b' }] }, { anyOf: [{ person: 'b' }, { person: 'a', serviceTime: fixed(2) }] }];
    const model = staffed({ people: ['a', 'b'] }, { people: [person('a'), person('b')], requirements });
    const id = added(model)?.id;
    expect(stepOf(withOneMore(model, 'security')).requirements).toEqual([
      { anyOf: [{ person: 'b' }] }, { anyOf: [{ person: 'b' }, { person: 'a', serviceTime: fixed(2) }, { person: id, serviceTime: fixed(2) }] },
    ]);
    expect(withOneMore(model, 'security').nodes['approve']).toEqual(model.nodes['approve']);
  });
});

describe('a team that takes longer or shorter', () => {
  it('changes the time of its steps, and that of each alternative', () => {
    const requirements: readonly Requirement[] = [{ anyOf: [{ team: 'security' }, { team: 'cab', serviceTime: fixed(4) }] }, { anyOf: [{ team: 'cab', serviceTime: fixed(8) }] }];
    const step = stepOf(withServiceTimes(staffed({ capacity: { value: 1 } }, { requirements }), 'security', 0.5));
    expect(step.serviceTime).toEqual({ type: 'exponential', mean: 1, unit: 'h', provenance: 'estimated' });
    expect(step.requirements).toEqual([{ anyOf: [{ team: 'security' }, { team: 'cab', serviceTime: fixed(2) }] }, { anyOf: [{ team: 'cab', serviceTime: fixed(4) }] }]);
  });

  it('leaves steps alone that another team leads', () => {
    const model = staffed({ capacity: { value: 1 } }, { requirements: [{ anyOf: [{ team: 'cab', serviceTime: fixed(4) }, { team: 'security' }] }] });
    expect(withServiceTimes(model, 'security', 0.5)).toEqual(model);
  });

  it('adds no time where none is given', () => {
    const model = staffed({ capacity: { value: 1 } });
    const { serviceTime: _, ...untimed } = stepOf(model);
    const changed = stepOf(withServiceTimes({ ...model, nodes: { ...model.nodes, assess: untimed } }, 'security', 0.5));
    expect(changed).toEqual(untimed);
    expect(changed).not.toHaveProperty('serviceTime');
    const people = [person('a')];
    const approval = { kind: 'step', id: 'assess', process: 'change', position: { x: 0, y: 0 }, requirements: [{ anyOf: [{ person: 'a' }] }] } as const;
    const byPerson = { ...staffed({ people: ['a'] }, { people }), nodes: { assess: { ...approval, requirements: [{ anyOf: [{ person: 'a', serviceTime: fixed(2) }] }] } } };
    expect(stepOf(withServiceTimes(byPerson, 'security', 2)).requirements).toEqual([{ anyOf: [{ person: 'a', serviceTime: fixed(4) }] }]);
  });
});
