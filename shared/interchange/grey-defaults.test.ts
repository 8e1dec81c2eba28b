import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelSchema } from '../document/model/model.ts';
import { say } from '../language/say.ts';
import { fillGreyDefaults } from './grey-defaults.ts';
import { readProcess } from './read-process.ts';

const fixture = (name: string): { name: string; bytes: Uint8Array } => ({ name, bytes: readFileSync(new URL(`../../tests/fixtures/bpmn/${name}`, import.meta.url)) });

describe('fillGreyDefaults', () => {
  it('fills what is open, tags it as default and says what', async () => {
    const outcome = await readProcess([fixture('claims.bpmn')]);
    if (!outcome.ok) throw new Error('refused');
    const { model, filled } = fillGreyDefaults(outcome.value.model);
    expect(modelSchema.safeParse(model).success).toBe(true);
    expect(model.demandClasses['demand-start']?.arrivals).toEqual({ type: 'rate', value: 20, per: 'w', provenance: 'default' });
    expect(model.teams['team-party-claims']?.capacity).toEqual({ value: 2, provenance: 'default' });
    expect(model.nodes['assess']).toMatchObject({ serviceTime: { type: 'lognormal', mean: 60, unit: 'min', provenance: 'default' } });
    expect(model.nodes['wait']).toMatchObject({ wait: { value: 24, unit: 'h', provenance: 'default' } });
    expect([model.flows['yes']?.probability, model.flows['no']?.probability]).toEqual([{ value: 0.5, provenance: 'default' }, { value: 0.5, provenance: 'default' }]);
    expect(filled.map((one) => one.element)).toEqual(['demand-start', 'team-party-claims', 'assess', 'pay', 'wait', 'decide']);
    expect(filled.every((one) => say(one.message).includes('"'))).toBe(true);
    expect(outcome.value.model.demandClasses['demand-start']).not.toHaveProperty('arrivals');
  });

  it('leaves what is there', async () => {
    const outcome = await readProcess([fixture('claims.bpmn'), fixture('claims-moments.json')]);
    if (!outcome.ok) throw new Error('refused');
    const { model, filled } = fillGreyDefaults(outcome.value.model);
    expect(filled).toEqual([]);
    expect(model).toEqual(outcome.value.model);
  });
});
