import { textWidth } from '../layout/text-width.ts';
import { textAt } from '../layout/wrap.ts';
import { cornerSteps } from '../path.ts';
import { type Box, type GroupShape, group, path, rect } from '../scene.ts';

/** The frame of a proposal: 3 px in the accent colour, with its name on a tab above the left corner. */
export function drawFrame(name: string, box: Box): GroupShape {
  const width = Math.min(box.width, Math.ceil(textWidth(name, 13, 'bold')) + 24);
  return group(
    [
      rect(box, { stroke: 'accent', width: 3 }, 8),
      path(cornerSteps({ x: box.x - 1.5, y: box.y - 26, width, height: 27 }, [6, 6, 0, 0]), { fill: 'accent' }),
      textAt(box.x + 10, box.y - 8, name, { size: 13, weight: 'bold', colour: 'onAccent', width: width - 20 }),
    ],
    { role: 'frame', title: name },
  );
}
