// @vitest-environment happy-dom
import { act, Suspense } from 'react';
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
    const seen: string[] = [];
    const Waiting = () => {
      seen.push('waiting');
      return null;
    };
    act(() => createRoot(place).render(<Suspense fallback={<Waiting />}><Part name="Panel" /></Suspense>));
    expect(place.innerHTML).toBe('<b>Panel</b>');
    expect(seen).toEqual([]);
    expect(loads).toBe(1);
  });

  it('is fetched as it is first shown', async () => {
    const Part = later(() => Promise.resolve(() => <i>Here</i>));
    const place = document.createElement('div');
    await act(async () => createRoot(place).render(<Suspense><Part /></Suspense>));
    expect(place.innerHTML).toBe('<i>Here</i>');
  });
});
