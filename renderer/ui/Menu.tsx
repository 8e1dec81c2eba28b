import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { shownKeys } from './Key.tsx';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly keys?: string | undefined;
      readonly icon?: ReactNode;
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly heading: string }
  | 'divider';

function Entries({ entries }: { readonly entries: readonly MenuEntry[] }): ReactNode {
  const marked = entries.some((entry) => typeof entry === 'object' && 'checked' in entry);
  return entries.map((entry, index) => {
    if (entry === 'divider') return <Base.Separator key={`divider-${index}`} className="menu-separator" />;
    if ('heading' in entry) return <div key={`heading-${index}`} className="menu-heading">{entry.heading}</div>;
    return (
      <Base.Item
        key={entry.id}
        className="menu-item"
        disabled={entry.disabled ?? false}
        data-danger={entry.danger === true ? '' : undefined}
        onClick={entry.onSelect}
        data-command={entry.id}
      >
        {marked ? <span className="menu-mark">{entry.checked === true ? <Check size={14} /> : null}</span> : null}
        {entry.icon}
        <span className="menu-label">{entry.label}</span>
        {entry.keys === undefined ? null : <span className="menu-keys">{shownKeys(entry.keys)}</span>}
      </Base.Item>
    );
  });
}

export interface MenuProps {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end';
}

/** A button with a list of things to do. */
export function Menu({ trigger, entries, align = 'start' }: MenuProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="positioner" align={align} sideOffset={4}>
          <Base.Popup className="popup">
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** The list that opens at the pointer with the right button or the menu key. */
export function RightClickMenu({ children, entries, onOpen }: { readonly children: ReactElement; readonly entries: readonly MenuEntry[]; readonly onOpen?: () => void }): ReactNode {
  return (
    <ContextMenu.Root onOpenChange={(open) => (open ? onOpen?.() : undefined)}>
      <ContextMenu.Trigger render={children} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="positioner">
          <ContextMenu.Popup className="popup">
            <Entries entries={entries} />
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
