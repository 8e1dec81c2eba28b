// @vitest-environment happy-dom
import { act, Component, Suspense, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { fetchLaterParts, later } from './later.tsx';

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

describe('a part that is read later', () => {
  it('is drawn at once where it was fetched before, and fetched once', async () => {
    let loads = 0;
    const Part = later<{ name: string }>(() => {
      loads += 1;
      return Promise.resolve(({ name }) => <b>{name}</b>);
    });
    expect(loads).toBe(0);
    await fetchLaterParts();
    const place = document.createElement('div');
    act(() => createRoot(place).render(<Part name="Panel" />));
    expect(place.innerHTML).toBe('<b>Panel</b>');
    expect(loads).toBe(1);
  });

  it('is fetched as it is first shown, its place kept until then, and drawn at once when it is there', async () => {
    let read: (part: () => ReactNode) => void = () => undefined;
    const Part = later(() => new Promise<() => ReactNode>((resolve) => (read = resolve)), <i>Soon</i>);
    const place = document.createElement('div');
    const turns = async (n: number): Promise<void> => {
      for (let turn = 0; turn < n; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    // Time passes as it does for a person: React holds back for 0.3 s what it waited for itself.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    createRoot(place).render(<Suspense fallback={<i>Soon</i>}><Part /></Suspense>);
    await turns(20);
    expect(place.innerHTML).toBe('<i>Soon</i>');
    read(() => <b>Here</b>);
    await turns(20);
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    expect(place.innerHTML).toBe('<b>Here</b>');
  });

  it('that cannot be read fails as one that cannot be drawn', async () => {
    const Part = later<object>(() => Promise.reject(new Error('Not there')));
    class Border extends Component<{ readonly children: ReactNode }, { readonly failed?: string }> {
      override state: { readonly failed?: string } = {};
      static getDerivedStateFromError = (error: Error) => ({ failed: error.message });
      override render(): ReactNode {
        return this.state.failed ?? this.props.children;
      }
    }
    const place = document.createElement('div');
    await act(async () => createRoot(place, { onCaughtError: () => undefined }).render(<Border><Part /></Border>));
    expect(place.innerHTML).toBe('Not there');
  });
});
