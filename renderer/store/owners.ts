import type { Step } from '../../shared/document/model/node.ts';

/** Everyone who is said to own a step, with commas between them. */
export const ownersText = ({ owner, owners }: Pick<Step, 'owner' | 'owners'>): string =>
  [...new Set([owner ?? '', ...(owners ?? [])].filter((name) => name !== ''))].join(', ');

/** The fields that a typed list of owners sets: the first one answers, the others stand beside. */
export function ownersTyped(text: string): { readonly owner: string | undefined; readonly owners: string[] | undefined } {
  const [owner, ...others] = [...new Set(text.split(/[,;]/).map((name) => name.trim()).filter((name) => name !== ''))];
  return { owner, owners: others.length === 0 ? undefined : others };
}
