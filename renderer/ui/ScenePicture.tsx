import type { ReactNode } from 'react';
import type { Scene } from '../../shared/drawing/scene.ts';
import { SceneShapes } from './SceneShapes.tsx';

export interface ScenePictureProps {
  readonly scene: Scene;
  /** Fills the width of its place instead of standing in its own size. */
  readonly fluid?: boolean;
}

/** A whole scene (a chart, a diagram) in the window, with its data as a table for those who do not see it. */
export function ScenePicture({ scene, fluid = false }: ScenePictureProps): ReactNode {
  return (
    <figure style={{ margin: 0 }}>
      <svg
        role="img"
        aria-label={`${scene.title}. ${scene.description}`}
        width={fluid ? '100%' : scene.width}
        height={fluid ? undefined : scene.height}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        style={{ display: 'block', fontFamily: 'var(--font)' }}
      >
        <SceneShapes shapes={scene.shapes} />
      </svg>
      {scene.table === undefined ? null : (
        <table className="visually-hidden">
          <thead>
            <tr>{scene.table.columns.map((column) => <th key={column}>{column}</th>)}</tr>
          </thead>
          <tbody>
            {scene.table.rows.map((row, index) => (
              <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}
