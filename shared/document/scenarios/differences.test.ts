import { describe, expect, it } from 'vitest';
import { say, type Locale } from '../../language/say.ts';
import { sampleDocument } from '../testing/sample.ts';
import { differencesInWords } from './differences.ts';
import type { Document } from './document.ts';

const said = (before: Document, after: Document, locale: Locale = 'en'): readonly string[] => differencesInWords(before, after).map((sentence) => say(sentence, locale));

/** The sample with one part of its model written over. */
function changed(change: (document: Document) => void): Document {
  const document = structuredClone(sampleDocument());
  change(document);
  return document;
}

describe('what two documents say differently', () => {
  it('is nothing where they are equal, whatever the objects', () => {
    expect(said(sampleDocument(), structuredClone(sampleDocument()))).toEqual([]);
  });

  it('names what came and what went', () => {
    const after = changed(({ model }) => {
      model.nodes['check'] = { id: 'check', kind: 'step', name: 'Check', process: 'change', position: { x: 0, y: 0 } };
      delete model.nodes['approve'];
    });
    expect(said(sampleDocument(), after)).toEqual(['Step "Check": new', 'Step "Approve": gone']);
    expect(said(sampleDocument(), after, 'de')).toEqual(['Schritt „Check“: neu', 'Schritt „Approve“: entfallen']);
  });

  it('says a value before and after in the words of people', () => {
    const after = changed(({ model }) => {
      const build = model.nodes['build'];
      if (build?.kind === 'step') build.serviceTime = { type: 'pert', min: 1, mode: 3, max: 6, unit: 'h' };
      const developers = model.teams['developers'];
      if (developers !== undefined) {
        developers.capacity = { value: 5 };
        developers.protectedShare = { value: 0.2 };
      }
    });
    expect(said(changed(({ model }) => {
      const build = model.nodes['build'];
      if (build?.kind === 'step') build.serviceTime = { type: 'fixed', value: 2, unit: 'h' };
    }), after)).toEqual([
      'Team "Developers": people 3 → 5',
      'Team "Developers": time kept for improvement not given → 20 %',
      'Step "Build": how long it takes 2 h → 3 (1–6) h',
    ]);
  });

  it('gives each part of a handoff its own sentence, and says an intricate part without numbers', () => {
    const after = changed(({ model }) => {
      const flow = model.flows['f1'];
      if (flow !== undefined) flow.handoff = { channel: 'ticket', cadence: { type: 'weekly', days: ['tue'], at: '10:00' } };
    });
    const before = changed(({ model }) => {
      const flow = model.flows['f1'];
      if (flow !== undefined) flow.handoff = { channel: 'email' };
    });
    const ends = /^.+ → .+: /.exec(said(before, after)[0] ?? '')?.[0] ?? '';
    expect(said(before, after)).toEqual([`${ends}fixed times is different`, `${ends}channel e-mail → ticket`]);
  });

  it('counts what is only drawn elsewhere', () => {
    const after = changed(({ model, model: { processes } }) => {
      for (const node of Object.values(model.nodes).slice(0, 2)) node.position = { x: node.position.x + 8, y: node.position.y };
      for (const process of Object.values(processes)) for (const lane of process.lanes) lane.size += 16;
    });
    expect(said(sampleDocument(), after)).toEqual(['3 things are drawn differently']);
  });

  it('tells of the document itself, its proposals, comments and versions', () => {
    const after = changed((document) => {
      document.settings.title = 'Renamed';
      document.comments['comment-9'] = { id: 'comment-9', text: 'Is this so?' };
      document.versions['version-9'] = { id: 'version-9', name: 'Board', model: document.model };
      const daily = document.scenarios['daily'];
      if (daily !== undefined) daily.status = 'agreed';
    });
    const all = said(sampleDocument(), after);
    expect(all[0]).toMatch(/^The document: title .+ → Renamed$/);
    expect(all.slice(1).toSorted()).toEqual(['Comment "Is this so?": new', `Proposal "${after.scenarios['daily']?.name ?? ''}": different`, 'Version "Board": new']);
  });
});
