// A window of our size around the page of the benchmark.
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900 });
  void window.loadFile(path.join(__dirname, 'page.html'));
});
