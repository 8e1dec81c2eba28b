import { Map as MapSign } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { dirty } from '../../shared/document/editing/history.ts';
import { useEstimate } from '../hooks/use-estimate.ts';
import { useModel, useTab, useWindow } from '../hooks/use-window.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { setState, state } from '../store/window-store.ts';
import { openDialog } from '../store/edit.ts';
import { toFillIn } from '../store/to-fill-in.ts';
import { EstimateText } from '../ui/EstimateText.tsx';
import { useSay } from '../ui/locale.tsx';
import { slots } from './slots.tsx';

/** Whether the work is saved, what is still to be filled in, how large the page is shown. */
export function StatusLine(): ReactNode {
  const say = useSay();
  const model = useModel();
  const unsaved = useTab((tab) => dirty(tab.history));
  const named = useTab((tab) => tab.file !== undefined);
  const selected = useTab((tab) => tab.selection.length) ?? 0;
  const zoom = useWindow((all) => all.zoom);
  const overview = useWindow((all) => all.overview);
  const busy = useWindow((all) => all.busy);
  const drawing = useTab((tab) => tab.mode === 'draw') ?? false;
  const estimate = useEstimate(drawing);
  const { HintLine } = slots;
  const missing = useMemo(() => (model === undefined ? [] : toFillIn(model)), [model]);
  if (model === undefined || unsaved === undefined) {
    return (
      <footer className="status">
        <span className="grow">{busy?.label}</span>
      </footer>
    );
  }
  return (
    <footer className="status">
      <span data-status="save">{say(unsaved ? 'window.notSaved' : named === true ? 'window.saved' : 'window.nothingToSave')}</span>
      {estimate.leadTime === undefined ? null : <span data-status="estimate" title={say('window.estimateHint')}><EstimateText seconds={estimate.leadTime} /></span>}
      {estimate.overloaded === undefined ? null : (
        <button type="button" data-status="overloaded" title={say('window.overloadedHint')} onClick={() => openDialog({ kind: 'numbers' })}>
          {say('window.overloaded', { team: estimate.overloaded.team, percent: Math.round(estimate.overloaded.load * 100) })}
        </button>
      )}
      {missing.length === 0 ? null : (
        <button type="button" data-status="missing" onClick={() => openDialog({ kind: 'numbers' })}>
          {say('window.toFillIn', { n: missing.length })}
        </button>
      )}
      <span className="grow">
        {busy === undefined ? (selected > 1 ? say('window.selected', { n: selected }) : HintLine === undefined ? null : <HintLine />) : busy.label}
        {busy?.cancel === undefined ? null : (
          <button type="button" onClick={busy.cancel}>
            {say('window.cancel')}
          </button>
        )}
      </span>
      <button type="button" data-status="overview" aria-pressed={overview} aria-label={say('canvas.overview')} title={say('canvas.overview')} onClick={() => setState({ overview: !state().overview })}><MapSign size={14} /></button>
      <button type="button" onClick={() => canvasPort()?.zoomBy(0.8)} aria-label={say('desktop.commandZoomOut')}>−</button>
      <button type="button" data-status="zoom" onClick={() => canvasPort()?.actualSize()} title={say('desktop.commandActualSize')}>{Math.round(zoom * 100)} %</button>
      <button type="button" onClick={() => canvasPort()?.zoomBy(1.25)} aria-label={say('desktop.commandZoomIn')}>+</button>
    </footer>
  );
}
