import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { modelSchema } from '../../document/model/model.ts';
import { say } from '../../language/say.ts';
import type { Imported } from '../imported.ts';
import { readProcess } from '../read-process.ts';

const graph = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
  <mxCell id="A" value="Sales" style="swimlane;horizontal=0;" vertex="1" parent="1"><mxGeometry x="100" y="100" width="800" height="160" as="geometry"/></mxCell>
  <mxCell id="B" value="&lt;b&gt;IT&lt;/b&gt; system" style="swimlane;horizontal=0;" vertex="1" parent="1"><mxGeometry x="100" y="260" width="800" height="200" as="geometry"/></mxCell>
  <mxCell id="s" value="Call" style="ellipse;html=1;" vertex="1" parent="A"><mxGeometry x="60" y="60" width="40" height="40" as="geometry"/></mxCell>
  <UserObject label="Check&lt;br&gt;order" id="t"><mxCell style="rounded=1;" vertex="1" parent="A"><mxGeometry x="160" y="50" width="120" height="60" as="geometry"/></mxCell></UserObject>
  <mxCell id="g" value="ok?" style="rhombus;" vertex="1" parent="A"><mxGeometry x="340" y="55" width="50" height="50" as="geometry"/></mxCell>
  <mxCell id="u" value="Book" style="rounded=1;" vertex="1" parent="B"><mxGeometry x="440" y="60" width="120" height="60" as="geometry"/></mxCell>
  <mxCell id="e" value="" style="ellipse;" vertex="1" parent="B"><mxGeometry x="640" y="70" width="40" height="40" as="geometry"/></mxCell>
  <mxCell id="n" value="mind the gap" style="shape=note;" vertex="1" parent="1"><mxGeometry x="600" y="20" width="100" height="40" as="geometry"/></mxCell>
  <mxCell id="f1" edge="1" parent="1" source="s" target="t"><mxGeometry as="geometry"/></mxCell>
  <mxCell id="f2" edge="1" parent="1" source="t" target="g"><mxGeometry as="geometry"/></mxCell>
  <mxCell id="f3" value="yes" edge="1" parent="A" source="g" target="u"><mxGeometry as="geometry"><Array as="points"><mxPoint x="365" y="250"/></Array></mxGeometry></mxCell>
  <mxCell id="f4" value="no" edge="1" parent="1" source="g" target="e"><mxGeometry as="geometry"/></mxCell>
  <mxCell id="f5" edge="1" parent="1" source="u" target="e"><mxGeometry as="geometry"/></mxCell>
  <mxCell id="f6" style="dashed=1;" edge="1" parent="1" source="u" target="t"><mxGeometry as="geometry"/></mxCell>
  <mxCell id="f7" style="dashed=1;" edge="1" parent="1" source="n" target="t"><mxGeometry as="geometry"/></mxCell>
</root></mxGraphModel>`;

async function open(text: string): Promise<Imported> {
  const outcome = await readProcess([{ name: 'x.drawio', bytes: new TextEncoder().encode(text) }]);
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  expect(modelSchema.safeParse(outcome.value.model).success).toBe(true);
  return outcome.value;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

describe('readDrawio', () => {
  it('reads lanes, shapes by outline, labels without markup, notes and information', async () => {
    const { model, needsLayout } = await open(`<mxfile><diagram name="Orders">${graph}</diagram></mxfile>`);
    const { nodes, flows } = model;
    expect(needsLayout).toBe(false);
    expect(model.processes['page-1']).toMatchObject({ name: 'Orders', lanes: [{ party: 'page-1-A', size: 160 }, { party: 'page-1-B', size: 200 }] });
    expect(model.parties['page-1-B']).toMatchObject({ name: 'IT system', kind: 'platform' });
    expect(['s', 't', 'g', 'u', 'e', 'n'].map((id) => nodes[`page-1-${id}`]?.kind)).toEqual(['start', 'step', 'gateway', 'step', 'end', 'note']);
    expect(nodes['page-1-t']).toMatchObject({ name: 'Check order', party: 'page-1-A', position: { y: 50 } });
    expect(nodes['page-1-u']).toMatchObject({ party: 'page-1-B', position: { y: 160 + 60 } });
    expect(nodes['page-1-n']).toMatchObject({ text: 'mind the gap', about: 'page-1-t' });
    expect(flows['page-1-f3']).toMatchObject({ name: 'yes', waypoints: [{ y: 250 }] });
    expect(flows['page-1-f6']).toMatchObject({ kind: 'information', from: 'page-1-u', to: 'page-1-t' });
  });

  it('opens compressed pages', async () => {
    const packed = base64(deflateSync(new TextEncoder().encode(encodeURIComponent(graph))));
    expect(Object.keys((await open(`<mxfile><diagram name="A">${packed}</diagram><diagram name="B">${graph}</diagram></mxfile>`)).model.processes)).toEqual(['page-1', 'page-2']);
  });

  it.each(['<mxfile/>', '<mxfile><diagram>!!!</diagram></mxfile>', '<mxGraphModel><root/></mxGraphModel>', '<mxfile><diagram>'])('refuses %s in one sentence', async (text) => {
    const outcome = await readProcess([{ name: 'x.drawio', bytes: new TextEncoder().encode(text) }]);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(say(outcome.failure.message)).toContain('"x.drawio"');
  });
});
