// What passes between page and program before there are requests: the second file that may touch `ipcMain`.
import { ipcMain, type WebContents } from 'electron';

type Page = () => WebContents | undefined;

/** Calls `act` when the page shows something for the first time (`painted`), or the window itself (`drawn`). */
export const onPage = (moment: 'painted' | 'drawn', page: Page, act: () => void): void => {
  ipcMain.on(`window:${moment}`, (event) => {
    if (event.sender === page()) act();
  });
};

/** Lets the page hold its requests back until there is someone to answer them. */
export const letPageAwait = (desk: Promise<unknown>): void => {
  ipcMain.handle('window:desk', async () => {
    await desk;
  });
};
