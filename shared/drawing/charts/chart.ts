import type { Locale } from '../../language/say.ts';
import { textAt } from '../layout/wrap.ts';
import type { Scene, SceneTable, Shape } from '../scene.ts';

/** What every chart is told. Words are said already. */
export interface ChartOptions {
  readonly title: string;
  /** One sentence with the finding, for someone who cannot see the chart. */
  readonly description?: string;
  readonly locale?: Locale;
  /** Pixels, 720 when absent. */
  readonly width?: number;
  /** Write the title above the chart. */
  readonly titled?: boolean;
}

export const chartWidth = 720;

/** Room that a written title takes. */
export const titleHeight = (options: ChartOptions): number => (options.titled ? 30 : 0);

/** A chart as a scene on no ground of its own, with the same data as a table. */
export function chartScene(options: ChartOptions, height: number, shapes: readonly Shape[], table: SceneTable): Scene {
  const title: readonly Shape[] = options.titled ? [textAt(0, 18, options.title, { size: 15, weight: 'bold', width: options.width ?? chartWidth })] : [];
  return {
    width: options.width ?? chartWidth,
    height: Math.ceil(height),
    title: options.title,
    description: options.description ?? table.rows.map((row) => row.join(' ')).join('; '),
    language: options.locale ?? 'en',
    shapes: [...title, ...shapes],
    table,
  };
}
