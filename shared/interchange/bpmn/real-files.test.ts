import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { laneBands } from '../../document/model/lanes.ts';
import { modelSchema } from '../../document/model/model.ts';
import { referencesOf } from '../../document/model/references.ts';
import { sizeOfNode } from '../../document/model/queries.ts';
import { say } from '../../language/say.ts';
import type { Imported } from '../imported.ts';
import { readBpmn } from './read-bpmn.ts';
import { writeBpmn } from './write-bpmn.ts';

const data = path.resolve(import.meta.dirname, '../../../../shared/data');
const present = existsSync(data);

/** Flow nodes and sequence flows as counted in the XML by hand; lanes and messages as they should arrive; pages. */
const files: readonly (readonly [file: string, nodes: number, flows: number, lanes: number, messages: number, pages?: number])[] = [
  ['bpmn-lanes/Activiti--testInvoiceProcessSignavio.bpmn', 24, 22, 6, 5],
  ['bpmn-lanes/BPMN-Analyzer--message-events.bpmn', 10, 7, 3, 4],
  ['bpmn-lanes/MIWG-A.4.0.bpmn', 17, 13, 3, 2],
  ['bpmn-lanes/MIWG-ADONIS_17.0--A.4.0-export.bpmn', 17, 13, 4, 2],
  ['bpmn-lanes/MIWG-B.1.0.bpmn', 29, 26, 4, 2],
  ['bpmn-lanes/MIWG-C.1.0.bpmn', 21, 20, 5, 5],
  ['bpmn-lanes/MIWG-C.2.0.bpmn', 29, 25, 6, 5],
  ['bpmn-lanes/MIWG-C.4.0.bpmn', 40, 41, 6, 0, 4],
  ['bpmn-lanes/MIWG-SAP_Signavio_Process_Manager_19.9.0--B.1.0-export.bpmn', 23, 21, 4, 2], // two of its 23 flows have no ends
  ['bpmn-lanes/MIWG-Visual_Paradigm_11.1--A.4.0-roundtrip.bpmn', 17, 13, 5, 2],
  ['bpmn-lanes/bpmn-auto-layout--camunda-8-tutorials.expense-reimbursement.bpmn', 12, 12, 4, 0],
  ['bpmn-lanes/bpmn-js-examples--pizza-collaboration.bpmn', 18, 18, 5, 6],
  ['bpmn-lanes/bpmn-visualization-js--1-pool-3-lanes-message-start-end-intermediate-events.bpmn', 15, 14, 4, 0],
  ['bpmn-lanes/bpmn-visualization-js--model-vertical-pool-lanes-sub_lanes.bpmn', 0, 0, 6, 0],
  ['bpmn-other/BPMN-Analyzer--task-interrupting-boundary-events.bpmn', 15, 9, 2, 1],
  ['bpmn-other/bpmn-js--nested-subprocesses.bpmn', 29, 22, 1, 0],
  ['bpmn-other/fbpmn--e037Comm.bpmn', 26, 23, 3, 7],
  ['bpmn-big/bpmn-moddle--complex.bpmn', 107, 104, 17, 8], // 21 of its 29 messages end at pools without steps
  ['bpmn-big/bpmn-visualization-js--model-complete-semantic.bpmn', 217, 10, 8, 3],
  ['bpmn-nodi/Activiti--messageflow.bpmn', 5, 2, 4, 2],
  ['bpmn-nodi/bpmn-moddle--local-ns-no-di.bpmn', 2, 1, 1, 0],
  ['bpmn-nodi/flowable-engine--LaneExtensionTest.testLaneExtensionElement.bpmn20.xml', 4, 3, 3, 0],
  ['bpmn-nonlatin/SmartEngine--message-queue-receive-task.bpmn20.xml', 18, 20, 1, 0],
  ['bpmn-nonlatin/bpmn-visualization-js--miwg-A.1.0_modified_02_japanese_characters.bpmn', 5, 2, 1, 0], // two of four flows name a task that is not there
  ['bpmn-nonlatin/camunda-modeler--foo.bpmn', 3, 2, 1, 0],
  ['bpmn-odd/Activiti--encoding.bpmn', 3, 2, 1, 0],
  ['bpmn-odd/Activiti--othertoolimport.bpmn', 22, 19, 5, 0],
  ['bpmn-odd/MIWG-GenMyModel_0.47--A.4.0-export.bpmn', 17, 13, 4, 2],
  ['bpmn-odd/bpmn-js--boundaryEvent-invalidAttachToRef.bpmn', 2, 1, 1, 0],
  ['bpmn-sim-ext/bpsim-loan/Loan_Process_v1.0.bpmn', 21, 22, 3, 0],
  ['bpmn-sim-ext/jbpm--evaluation.bpmn', 7, 7, 1, 0],
  ['bpmn-sim-ext/scylla-retailer/retailer_bpmn.bpmn', 6, 5, 1, 0],
  ['prosimos/AcademicCredentials/AcademicCredentials.bpmn', 38, 53, 1, 0],
  ['prosimos/Insurance_Claims/Insurance_Claims.bpmn', 14, 17, 1, 0],
  ['prosimos/Procure_to_Pay/Procure_to_Pay.bpmn', 33, 39, 6, 0],
  ['prosimos/Procure_to_Pay_5_timers/Procure_to_Pay_5_timers.bpmn', 38, 44, 6, 0],
  ['prosimos/bimp_example/BIMP_example.bpmn', 14, 16, 4, 0],
];

const withoutDiagram = new Set([
  'Activiti--messageflow.bpmn', 'bpmn-moddle--local-ns-no-di.bpmn', 'flowable-engine--LaneExtensionTest.testLaneExtensionElement.bpmn20.xml', 'AcademicCredentials.bpmn',
  'Activiti--encoding.bpmn', 'bpmn-visualization-js--miwg-A.1.0_modified_02_japanese_characters.bpmn', // a task without shape: its id differs from the diagram's
]);

const refused: readonly (readonly [file: string, sentence: RegExp])[] = [
  ['bpmn-js--duplicate-ids.bpmn', /holds no step/],
  ['bpmn-js--missing-namespace.bpmn', /does not declare the BPMN namespace on <definitions>/],
  ['bpmn-moddle--not-bpmn.bpmn', /XML but not BPMN/],
  ['bpmn-visualization-js--simple-start-task-end_truncated.bpmn', /damaged at line 34/],
  ['camunda-modeler--broken.bpmn', /damaged at line 5/],
  ['camunda-modeler--empty.bpmn', /is empty/],
];

async function open(file: string): Promise<Imported> {
  const outcome = await readBpmn(readFileSync(path.join(data, file)), path.basename(file));
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value;
}

const implied = /^(fork|split|join|start|flow|link)-/;

describe.skipIf(!present)('real BPMN files (skipped where ../shared/data is absent)', () => {
  it.each<[string, number, number, number, number, number]>(files.map(([file, nodes, flows, lanes, messages, pages = 1]) => [file, nodes, flows, lanes, messages, pages]))('%s: %i nodes, %i flows, %i lanes, %i messages', async (file, nodes, flows, lanes, messages, pages) => {
    const { model, needsLayout } = await open(file);
    expect(modelSchema.safeParse(model).success).toBe(true);
    for (const { target, tables } of referencesOf(model)) expect(tables.some((table) => target in model[table]), target).toBe(true);
    const own = Object.values(model.nodes).filter((node) => node.kind !== 'note' && node.kind !== 'group' && !implied.test(node.id));
    const all = Object.values(model.flows);
    expect([own.length, all.filter((flow) => flow.kind !== 'information' && !implied.test(flow.id)).length]).toEqual([nodes, flows]);
    expect(Object.values(model.processes).reduce((sum, process) => sum + process.lanes.length, 0)).toBe(lanes);
    expect(all.filter((flow) => flow.kind === 'information')).toHaveLength(messages);
    expect(Object.keys(model.processes)).toHaveLength(pages);
    expect(needsLayout).toBe(withoutDiagram.has(path.basename(file)));
  });

  it.each(files.map(([file]) => [file]))('%s: every node lies in its lane', async (file) => {
    const { model } = await open(file);
    for (const process of Object.values(model.processes)) {
      const bands = new Map(laneBands(model, process).map((band) => [band.party, band]));
      for (const node of Object.values(model.nodes)) {
        if (node.process !== process.id || node.parent !== undefined || node.kind === 'note' || node.kind === 'group') continue;
        const band = bands.get(node.party ?? '');
        const size = sizeOfNode(node);
        const middle = process.orientation === 'vertical' ? node.position.x + size.width / 2 : node.position.y + size.height / 2;
        expect(band?.leaf === true && middle >= band.offset && middle <= band.offset + band.size, `${node.id} in ${node.party}`).toBe(true);
      }
    }
  });

  it.each(files.map(([file]) => [file]))('%s: reads back the same after writing', async (file) => {
    const first = await open(file);
    const again = await readBpmn(new TextEncoder().encode(await writeBpmn(first.model, first.settings.title)), path.basename(file));
    if (!again.ok) throw new Error(say(again.failure.message));
    const graph = ({ model }: Imported): unknown => ({
      nodes: Object.values(model.nodes).filter((node) => node.kind !== 'note' && node.kind !== 'group')
        .map((node) => [plain(node.id), node.kind, node.name, plain(node.parent), node.party]).toSorted(byText),
      flows: Object.values(model.flows).map((flow) => [flow.id, plain(flow.from), plain(flow.to), flow.name, flow.kind, flow.otherwise, flow.rework]).toSorted(byText),
      lanes: Object.values(model.processes).map((process) => [process.name, process.orientation, process.lanes.map((lane) => lane.party)]),
      parties: Object.values(model.parties).map((party) => [party.id, party.name, party.kind, party.parent]).toSorted(byText),
      teams: Object.values(model.teams).map((team) => [team.id, team.name]).toSorted(byText),
    });
    expect(graph(again.value)).toEqual(graph(first));
  });

  it('reads letters as they were meant', async () => {
    const names = async (file: string): Promise<string[]> => Object.values((await open(file)).model.nodes).flatMap((node) => node.name ?? []);
    expect(await names('bpmn-odd/Activiti--encoding.bpmn')).toContain('Fazer relatório');
    expect(await names('bpmn-nonlatin/bpmn-visualization-js--miwg-A.1.0_modified_02_japanese_characters.bpmn')).toContain('開始イベント');
    expect((await names('bpmn-nonlatin/camunda-modeler--foo.bpmn')).some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
    expect((await names('bpmn-lanes/Activiti--testInvoiceProcessSignavio.bpmn')).some((name) => /[äöü]/.test(name))).toBe(true);
  });

  it.each(refused)('%s is refused in one sentence', async (file, sentence) => {
    const outcome = await readBpmn(readFileSync(path.join(data, 'bpmn-odd', file)), file);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.failure.file).toBe(file);
    for (const locale of ['en', 'de'] as const) expect(say(outcome.failure.message, locale)).not.toMatch(/\n|\{\w+\}/);
    expect(say(outcome.failure.message)).toMatch(sentence);
  });
});

const byText = (a: readonly unknown[], b: readonly unknown[]): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Ids outside ASCII are written in an ASCII form. */
const plain = (id: string | undefined): string | undefined => id?.replaceAll(/[^\w.-]/g, '_');
