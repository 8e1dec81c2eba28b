// Requests are answered here alone: whatever comes in is from our own page and of the right shape.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { channels, type Answer, type ChannelName, type EventName, type Events, type Payload } from '../../../shared/contract/channels.ts';
import { windowAddress } from '../windows/protocol.ts';

export type Handlers = { readonly [Name in ChannelName]: (payload: Payload<Name>) => Answer<Name> | Promise<Answer<Name>> };

const isOurs = (event: IpcMainInvokeEvent, page: () => WebContents | undefined): boolean =>
  event.sender === page() && event.senderFrame === event.sender.mainFrame && event.senderFrame.url.startsWith(new URL('.', windowAddress).href);

/** What a wrong payload is told: which part, and what is wrong with it. */
const complaint = (channel: string, issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string =>
  issues.map((issue) => `${channel}: ${issue.path.join('.')} ${issue.message}`).join('; ');

const handle = <Name extends ChannelName>(name: Name, act: Handlers[Name], page: () => WebContents | undefined): void => {
  ipcMain.handle(name, async (event, given: unknown) => {
    if (!isOurs(event, page)) throw new Error(`${name}: refused, it does not come from the window`);
    const payload = channels[name].payload.safeParse(given);
    if (!payload.success) throw new Error(complaint(name, payload.error.issues));
    return act(payload.data as Payload<Name>);
  });
};

/** Answers every channel of the contract; the type makes sure that none is forgotten. */
export const answerAll = (handlers: Handlers, page: () => WebContents | undefined): void => {
  for (const name of Object.keys(channels) as ChannelName[]) handle(name, handlers[name] as Handlers[typeof name], page);
};

/** Tells the window something it did not ask for. */
export const tell = <Name extends EventName>(page: WebContents, name: Name, payload: Events[Name]): void => {
  if (!page.isDestroyed()) page.send(name, payload);
};
