import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FlowKind } from '../../../shared/document/model/flow.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import { todayId, type Document } from '../../../shared/document/scenarios/document.ts';
import type { MessageId } from '../../../shared/language/message.ts';
import { mergePaint } from '../../../shared/drawing/overlays.ts';
import type { DiagramPaint } from '../../../shared/drawing/paint.ts';
import { paintOfChanges } from '../../../shared/report/paint-of-changes.ts';
import { kindsOf } from '../../../shared/report/paint-of-model.ts';
import { useEvidence } from '../../hooks/use-evidence.ts';
import { useDocument, useTab } from '../../hooks/use-window.ts';
import { changeTab, modelOf } from '../../store/window-store.ts';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { overlayChoices, paintOfChoice, type Choice } from './choices.ts';

const kinds = ['execution', 'information', 'decision'] as const satisfies readonly FlowKind[];
const nothing: DiagramPaint = {};

/** What the shares of a legend are shares of. */
const parts: Readonly<Partial<Record<Choice, MessageId>>> = { friction: 'results.legend.leadTime', wait: 'results.legend.leadTime', busy: 'results.legend.time', cost: 'results.legend.cost' };

/** Above the canvas: what colours and numbers it carries, and what they mean. */
export function OverlayPicker(): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const evidence = useEvidence();
  const document = useDocument();
  const scenario = useTab((tab) => tab.scenario);
  const comparing = useTab((tab) => tab.mode === 'compare') === true;
  const [wanted, setWanted] = useState<Choice>('friction');
  const [lit, setLit] = useState<readonly FlowKind[]>(kinds);
  const choices = evidence === undefined ? [] : overlayChoices(evidence);
  const choice = choices.includes(wanted) ? wanted : choices.includes('friction') ? 'friction' : 'none';

  const paint = useMemo(() => {
    const found = evidence === undefined ? nothing : paintOfChoice(choice, evidence, lit, locale);
    return comparing && document !== undefined && scenario !== undefined ? mergePaint(found, changes(document, scenario)) : found;
  }, [choice, evidence, lit, locale, comparing, document, scenario]);

  useEffect(() => {
    changeTab((tab) => ({ ...tab, paint }));
    return () => changeTab(({ paint: _paint, ...tab }) => tab);
  }, [paint]);

  if (evidence === undefined) return null;
  return (
    <div className="overlay-picker">
      <Select label={say('results.overlay')} width="auto" value={choice} onChange={setWanted} choices={choices.map((id) => ({ value: id, label: say(`results.overlay.${id}`) }))} />
      {choice === 'kinds' ? <Kinds model={evidence.scenario.model} lit={lit} onLit={setLit} /> : null}
      {paint.overlay === undefined ? null : (
        <ul className="overlay-legend" aria-label={paint.overlay.title} title={paint.overlay.title}>
          {parts[choice] === undefined ? null : <li className="overlay-of">{say(parts[choice])}</li>}
          {paint.overlay.classes.map(({ fill, label }) => (
            <li key={fill}><span className="heat" style={{ background: `var(--${fill.replace(/\d/, (digit) => `-${digit}`)})` }} />{label}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The three kinds of flow with how many there are; each can step back. */
function Kinds({ model, lit, onLit }: { readonly model: Model; readonly lit: readonly FlowKind[]; readonly onLit: (kinds: readonly FlowKind[]) => void }): ReactNode {
  const say = useSay();
  const count = useMemo(() => kindsOf(model), [model]);
  return (
    <div className="kind-choice" role="group" aria-label={say('results.overlay.kinds')}>
      {kinds.map((kind) => (
        <button key={kind} type="button" className="kind" data-kind={kind} aria-pressed={lit.includes(kind)} onClick={() => onLit(lit.includes(kind) ? lit.filter((one) => one !== kind) : [...lit, kind])}>
          <span className="kind-line" />{say(`results.kind.${kind}`, { n: count[kind] })}
        </button>
      ))}
    </div>
  );
}

/** What a proposal adds and changes, marked on its elements. */
const changes = (document: Document, scenario: string): DiagramPaint => (scenario === todayId ? nothing : paintOfChanges(document.model, modelOf(document, scenario)));
