import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, EventName } from '../../shared/contract/channels.ts';

const events: Record<EventName, true> = { 'menu:command': true, 'menu:recent': true, 'document:opened': true, 'window:close-asked': true };

/** Those who answer are made while the page draws its first frame. */
const desk = ipcRenderer.invoke('window:desk');

const bridge: Bridge = {
  request: async (channel, payload) => {
    // A dropped file's path is taken from the file itself, below; the page may not invent one.
    if ((channel as string) === 'document:dropped') throw new Error('document:dropped: refused');
    await desk;
    return ipcRenderer.invoke(channel, payload);
  },
  openDropped: (files) => {
    const paths = files.flatMap((file) => (file instanceof File ? [webUtils.getPathForFile(file)] : [])).filter(Boolean);
    return ipcRenderer.invoke('document:dropped', { paths });
  },
  on: (event, listener) => {
    if (!Object.hasOwn(events, event)) throw new Error(`${event}: no such event`);
    const heard = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(event, heard);
    return () => ipcRenderer.off(event, heard);
  },
};

contextBridge.exposeInMainWorld('crossflow', bridge);

/** Tells when the page shows something, and when that is the window itself and no longer what stands before it. */
new PerformanceObserver((list, observer) => {
  if (!list.getEntriesByName('first-contentful-paint').length) return;
  observer.disconnect();
  ipcRenderer.send('window:painted');
  const look = (): void => {
    if (document.querySelector('[data-before]')) requestAnimationFrame(look);
    else requestAnimationFrame(() => ipcRenderer.send('window:drawn'));
  };
  look();
}).observe({ type: 'paint', buffered: true });
