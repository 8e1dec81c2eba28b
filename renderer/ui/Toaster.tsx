import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSay } from './locale.tsx';

const manager = Toast.createToastManager();

export interface Tell {
  readonly text: string;
  readonly kind?: 'plain' | 'error';
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Says something at the foot of the window that needs no answer; errors stay until they are closed. */
export function tell({ text, kind = 'plain', action }: Tell): void {
  manager.add({
    description: text,
    type: kind,
    timeout: kind === 'error' ? 0 : 5000,
    priority: kind === 'error' ? 'high' : 'low',
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.onClick } }),
  });
}

function List(): ReactNode {
  const say = useSay();
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" data-type={toast.type}>
      <Toast.Description className="toast-text" />
      {toast.actionProps === undefined ? null : <Toast.Action className="button" />}
      <Toast.Close className="icon-button" aria-label={say('window.close')}>
        <X size={14} />
      </Toast.Close>
    </Toast.Root>
  ));
}

export function Toaster(): ReactNode {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
