// Lets what index.html holds be seen before the program is read: that one frame is what a start feels like.
let started = false;
const start = (): void => {
  if (started) return;
  started = true;
  void import('./main.tsx');
};

requestAnimationFrame(() => setTimeout(start));
// A window that is not shown has no frames.
setTimeout(start, 100);
