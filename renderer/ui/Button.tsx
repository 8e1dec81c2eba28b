import type { ComponentProps, ReactNode } from 'react';

export type ButtonKind = 'plain' | 'primary' | 'quiet';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'large';
}

/** A button with words on it. */
export function Button({ kind = 'plain', size = 'normal', className, ...rest }: ButtonProps): ReactNode {
  return <button type="button" {...rest} className={className === undefined ? 'button' : `button ${className}`} data-kind={kind} data-size={size} />;
}

/** Words that do something, in running text. */
export function LinkButton(props: ComponentProps<'button'>): ReactNode {
  return <button type="button" {...props} className="link" />;
}
