import type { ComponentProps, ReactNode } from 'react';
import { Tip } from './Tip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does: spoken, and shown as the tip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly pressed?: boolean | undefined;
}

/** A button that shows a picture; its words stand in the tip. */
export function IconButton({ label, keys, side, pressed, className, children, ...rest }: IconButtonProps): ReactNode {
  return (
    <Tip text={label} keys={keys} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={className === undefined ? 'icon-button' : `icon-button ${className}`}
      >
        {children}
      </button>
    </Tip>
  );
}
