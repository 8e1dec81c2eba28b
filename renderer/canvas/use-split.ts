import { useMemo } from 'react';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { PlannedFlow } from '../../shared/drawing/layout/plan.ts';

/**
 * Flows that stay where they are, and those that move with a drag. Both lists are the same objects for as long as the
 * same flows move: a drag over a page of thousands draws those that move, and does not look at the others.
 */
export function useSplit(flows: readonly PlannedFlow[], moved: ReadonlyMap<ElementId, unknown>): { readonly still: readonly PlannedFlow[]; readonly moving: readonly PlannedFlow[] } {
  const names = [...moved.keys()].join('\n');
  return useMemo(() => {
    const going = new Set(names === '' ? [] : names.split('\n'));
    if (going.size === 0) return { still: flows, moving: [] };
    return { still: flows.filter(({ flow }) => !going.has(flow.id)), moving: flows.filter(({ flow }) => going.has(flow.id)) };
  }, [flows, names]);
}
