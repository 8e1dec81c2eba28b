// The least that an Electron program can do: one window, one line of text. It says "ready" when that is painted.
const { app, BrowserWindow, ipcMain } = require('electron');
const path = require('node:path');

ipcMain.on('painted', () => process.stdout.write('ready\n', () => app.exit(0)));
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { preload: path.join(__dirname, 'preload.cjs') } });
  void window.loadFile(path.join(__dirname, 'page.html'));
});
