const { ipcRenderer } = require('electron');

new PerformanceObserver((list, observer) => {
  if (!list.getEntriesByName('first-contentful-paint').length) return;
  observer.disconnect();
  ipcRenderer.send('painted');
}).observe({ type: 'paint', buffered: true });
