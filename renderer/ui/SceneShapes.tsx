import { memo, type ReactNode, type SVGProps } from 'react';
import { lineParts } from '../../shared/drawing/path.ts';
import { pathData } from '../../shared/drawing/painters/svg.ts';
import type { Box, Paint, Shape, Style } from '../../shared/drawing/scene.ts';
import type { ColourRole } from '../../shared/drawing/theme.ts';

const colour = (role: ColourRole): string => `var(--${role.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`)})`;

const hatchId = (hatch: ColourRole, ground: ColourRole | undefined): string => `hatch-${hatch}${ground === undefined ? '' : `-${ground}`}`;

const fillOf = (paint: Paint | undefined): string => {
  if (paint === undefined) return 'none';
  return typeof paint === 'string' ? colour(paint) : `url(#${hatchId(paint.hatch, paint.ground)})`;
};

const hatchOf = (shape: Shape): ReactNode => {
  if (!('style' in shape) || typeof shape.style.fill !== 'object') return null;
  const { hatch, ground } = shape.style.fill;
  return (
    <pattern id={hatchId(hatch, ground)} width="6" height="6" patternUnits="userSpaceOnUse">
      {ground === undefined ? null : <rect width="6" height="6" fill={colour(ground)} />}
      <path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke={colour(hatch)} strokeWidth="1.25" />
    </pattern>
  );
};

const boxPath = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}Z`;

const pen = (style: Style): SVGProps<SVGPathElement & SVGRectElement & SVGEllipseElement> => ({
  fill: fillOf(style.fill),
  ...(style.stroke === undefined ? {} : { stroke: colour(style.stroke), strokeWidth: style.width ?? 1 }),
  ...(style.dash === undefined ? {} : { strokeDasharray: style.dash.join(' ') }),
  ...(style.roundCap === true ? { strokeLinecap: 'round' as const, strokeLinejoin: 'round' as const } : {}),
  ...(style.opacity === undefined ? {} : { opacity: style.opacity }),
});

function Drawn({ shape }: { readonly shape: Shape }): ReactNode {
  switch (shape.kind) {
    case 'rect':
      return (
        <>
          {hatchOf(shape)}
          <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.radius} {...pen(shape.style)} />
        </>
      );
    case 'ellipse':
      return <ellipse cx={shape.x + shape.width / 2} cy={shape.y + shape.height / 2} rx={shape.width / 2} ry={shape.height / 2} {...pen(shape.style)} />;
    case 'path':
      return (
        <>
          {hatchOf(shape)}
          <path d={pathData(shape.steps)} {...pen(shape.style)} />
        </>
      );
    case 'line':
      return lineParts(shape).map((part, index) => <Drawn key={index} shape={part} />);
    case 'text':
      return (
        <text
          fontSize={shape.size}
          fontWeight={shape.weight === 'bold' ? 600 : 400}
          textAnchor={shape.anchor}
          fill={colour(shape.colour)}
          transform={shape.turn === undefined || shape.turn === 0 ? undefined : `rotate(${shape.turn} ${shape.x} ${shape.y})`}
        >
          {shape.lines.map((line, index) => (
            <tspan key={index} x={shape.x} y={shape.y + index * shape.lineHeight}>
              {line.text}
            </tspan>
          ))}
        </text>
      );
    case 'image':
      return <image x={shape.x} y={shape.y} width={shape.width} height={shape.height} href={shape.href} />;
    case 'group':
      return (
        <g
          data-element={shape.element}
          opacity={shape.opacity}
          transform={shape.at === undefined ? undefined : `translate(${shape.at.x} ${shape.at.y})`}
          style={shape.clip === undefined ? undefined : { clipPath: `path('${boxPath(shape.clip)}')` }}
        >
          {shape.shapes.map((inner, index) => (
            <Drawn key={index} shape={inner} />
          ))}
        </g>
      );
  }
}

export interface SceneShapesProps {
  readonly shapes: readonly Shape[];
}

/**
 * Shapes of shared/drawing as SVG elements in the window's colours: the same plain data that the painters of files
 * read, so screen and paper show one picture. Goes inside an `<svg>`.
 */
export const SceneShapes = memo(function SceneShapes({ shapes }: SceneShapesProps): ReactNode {
  return shapes.map((shape, index) => <Drawn key={index} shape={shape} />);
});
