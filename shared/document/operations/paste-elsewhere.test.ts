import { expect, it } from 'vitest';
import { emptyModel } from '../model/model.ts';
import { sampleModel } from '../testing/sample.ts';
import { applyOperation } from './all.ts';
import { copyFragment, fragmentSchema, pasteOf } from './page/fragment.ts';

it('brings lanes, teams and people into a document that has none of them', () => {
  // given
  const target = emptyModel();
  target.processes['other'] = { id: 'other', name: 'Other', lanes: [] };
  const fragment = fragmentSchema.parse(JSON.parse(JSON.stringify(copyFragment(sampleModel(), ['build', 'approve', 'deploy']))));
  // when
  const applied = applyOperation(target, pasteOf(target, fragment, 'other', { x: 8, y: 0 }));
  // then
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  const { model } = applied.value;
  expect(Object.keys(model.parties).toSorted()).toEqual(['cloud', 'it', 'security']);
  expect(model.processes['other']?.lanes.map((lane) => lane.party)).toEqual(['it', 'security', 'cloud']);
  expect(Object.keys(model.people).toSorted()).toEqual(['ada', 'ben']);
  expect(Object.keys(model.calendars)).toEqual(['far']);
  expect(model.nodes['wait-1']).toMatchObject({ attachedTo: 'deploy-1', process: 'other' });
  expect(Object.values(model.flows)).toEqual([]);
});
