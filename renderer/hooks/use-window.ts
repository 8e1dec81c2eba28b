import { createContext, use } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Model, Process } from '../../shared/document/model/model.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import type { DocumentTab, WindowState } from '../store/state.ts';
import { activeTab, modelOnCanvas, processOnCanvas, windowStore } from '../store/window-store.ts';

/** Where components read the window's state: its store, or in a rehearsal one that holds a sample. */
export const StoreContext = createContext<Pick<StoreApi<WindowState>, 'getState' | 'getInitialState' | 'subscribe'>>(windowStore);

/** A part of the window's state; the component is drawn again only when that part changes. */
export const useWindow = <Part>(part: (all: WindowState) => Part): Part => useStore(use(StoreContext), part);

/** Several parts as one object. */
export const useWindowParts = <Parts extends object>(parts: (all: WindowState) => Parts): Parts => useWindow(useShallow(parts));

/** A part of the tab in front; undefined on the start screen. */
export const useTab = <Part>(part: (tab: DocumentTab) => Part): Part | undefined =>
  useWindow((all) => {
    const tab = activeTab(all);
    return tab === undefined ? undefined : part(tab);
  });

/** The model on the canvas. */
export const useModel = (): Model | undefined => useTab(modelOnCanvas);

/** The page on the canvas. */
export const useProcess = (): Process | undefined => useTab(processOnCanvas);

export const useDocument = (): Document | undefined => useTab((tab) => tab.history.document);
