/**
 * A line that says how far something is: redrawn on a terminal, a few plain lines in a log.
 * @param {string} label
 * @param {number} total bytes
 */
export const progress = (label, total) => {
  let shown = -1;
  return {
    /** @param {number} done bytes */
    at(done) {
      const percent = Math.min(100, Math.floor((100 * done) / total));
      const step = process.stderr.isTTY ? 1 : 25;
      if (percent < shown + step) return;
      shown = percent - (percent % step);
      const line = `${label} ${Math.round(done / 1e6)} of ${Math.round(total / 1e6)} MB (${percent} %)`;
      process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write('\n');
    },
  };
};
