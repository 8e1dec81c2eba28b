import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { todayId } from '../../../shared/document/scenarios/document.ts';
import { mergePaint } from '../../../shared/drawing/overlays.ts';
import type { DiagramPaint } from '../../../shared/drawing/paint.ts';
import type { Document } from '../../../shared/document/scenarios/document.ts';
import { paintOfChanges } from '../../../shared/report/paint-of-changes.ts';
import { overlayIds, paintOfResult } from '../../../shared/report/paint-of-results.ts';
import { useEvidence } from '../../hooks/use-evidence.ts';
import { useDocument, useTab } from '../../hooks/use-window.ts';
import { changeTab, modelOf } from '../../store/window-store.ts';
import { useLocale, useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';

const choices = [...overlayIds, 'none'] as const;
type Choice = (typeof choices)[number];

/** Floats on the canvas: what colours and numbers it carries, and what the colours mean. */
export function OverlayPicker(): ReactNode {
  const say = useSay();
  const locale = useLocale();
  const evidence = useEvidence();
  const document = useDocument();
  const scenario = useTab((tab) => tab.scenario);
  const comparing = useTab((tab) => tab.mode === 'compare') === true;
  const [choice, setChoice] = useState<Choice>('friction');
  const result = evidence?.scenario.result;

  const paint = useMemo(() => {
    const found = choice === 'none' || result === undefined || evidence === undefined ? {} : paintOfResult(choice, evidence.scenario.model, result, locale);
    return comparing && document !== undefined && scenario !== undefined ? mergePaint(found, changes(document, scenario)) : found;
  }, [choice, result, evidence, locale, comparing, document, scenario]);

  useEffect(() => {
    changeTab((tab) => ({ ...tab, paint }));
    return () => changeTab(({ paint: _paint, ...tab }) => tab);
  }, [paint]);

  if (result === undefined) return null;
  return (
    <div className="overlay-picker">
      <Segments label={say('results.overlay')} value={choice} onChange={setChoice} choices={choices.map((id) => ({ value: id, label: say(`results.overlay.${id}`) }))} />
      {paint.overlay === undefined ? null : (
        <ul className="overlay-legend" aria-label={paint.overlay.title}>
          {paint.overlay.classes.map(({ fill, label }) => (
            <li key={fill}><span className="heat" style={{ background: `var(--${fill.replace(/\d/, (digit) => `-${digit}`)})` }} />{label}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What a proposal adds and changes, marked on its elements. */
const changes = (document: Document, scenario: string): DiagramPaint => (scenario === todayId ? {} : paintOfChanges(document.model, modelOf(document, scenario)));
