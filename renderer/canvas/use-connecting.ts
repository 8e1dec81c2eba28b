import { useCallback, useState } from 'react';
import type { ElementId, Point } from '../../shared/document/model/fields.ts';
import { perform, select, setTool } from '../store/edit.ts';
import type { Tool } from '../store/state.ts';
import { appendNew } from './acts.ts';
import type { Connecting } from './ConnectGesture.tsx';
import { connect } from './edits.ts';
import type { PageView } from './page-view.ts';

export interface ConnectingActs {
  readonly connecting: Connecting | undefined;
  readonly begin: (from: ElementId) => void;
  readonly connectTo: (to: ElementId) => void;
  /** Let go over nothing: a step comes there. */
  readonly dropped: (at: Point) => void;
  readonly end: () => void;
}

/** A connection that is being drawn: begun by the pad or with the tool, ended on a node, in the open, or by Esc. */
export function useConnecting(view: PageView, tool: Tool, selection: readonly ElementId[]): ConnectingActs {
  const [connecting, setConnecting] = useState<Connecting>();
  // The tool begins at what was selected when it was taken up; later selections do not count.
  const [toolBefore, setToolBefore] = useState(tool);
  if (tool !== toolBefore) {
    setToolBefore(tool);
    const [from, ...more] = selection;
    if (tool !== 'connect') setConnecting((now) => (now?.dragging === true ? now : undefined));
    else if (from !== undefined && more.length === 0 && view.boxes.has(from)) setConnecting({ from, dragging: false });
  }
  const end = useCallback(() => {
    setConnecting(undefined);
    setTool('select');
  }, []);
  const connectTo = useCallback((to: ElementId) => {
    if (connecting === undefined) return;
    const operation = connect(view, connecting.from, to);
    end();
    if (operation?.type === 'flow.connect' && perform(operation)) select([operation.flow.id]);
  }, [connecting, view, end]);
  const dropped = useCallback((at: Point) => {
    const from = connecting?.from;
    end();
    if (from !== undefined) appendNew('step', from, at);
  }, [connecting, end]);
  const begin = useCallback((from: ElementId) => setConnecting({ from, dragging: true }), []);
  return { connecting, begin, connectTo, dropped, end };
}
