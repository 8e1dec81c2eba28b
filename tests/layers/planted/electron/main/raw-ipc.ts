import { ipcMain } from 'electron';

ipcMain.on('anything', () => undefined);
