import { z } from '../language/zod.ts';

/** What a file was when it was last read or written: the way to see that someone else has changed it since. */
export const stampSchema = z.object({
  /** Milliseconds since 1970. */
  modified: z.number(),
  size: z.number().int().nonnegative(),
  /** SHA-256 of the content, hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Stamp = z.infer<typeof stampSchema>;

/** A file that the person chose, dropped or named on the command line. */
export interface OpenedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stamp: Stamp;
  /** Parameter files that lie beside it under the same name, e.g. `Order.json` beside `Order.bpmn`. */
  readonly companions: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What became of a save. `changed` wrote nothing: the file on disk is not the one that was opened. */
export type Saved =
  | { readonly kind: 'saved'; readonly path: string; readonly name: string; readonly stamp: Stamp }
  | { readonly kind: 'changed'; readonly theirs: OpenedFile }
  | { readonly kind: 'cancelled' };

export type Exported = { readonly kind: 'saved'; readonly path: string; readonly name: string } | { readonly kind: 'cancelled' };

export interface RecentFile {
  readonly path: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
}

/** An earlier state of a file, kept when it was overwritten. */
export interface Backup {
  /** When it was written, in milliseconds since 1970. */
  readonly saved: number;
  readonly bytes: Uint8Array;
}

/** A template of the person's own, in the program's folder. */
export interface OwnTemplate {
  readonly id: string;
  readonly name: string;
}

/** What is left of a document that was open when the program ended without closing it. */
export interface Journal {
  readonly id: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export const filtersSchema = z.array(z.object({ name: z.string().max(100), extensions: z.array(z.string().regex(/^[A-Za-z0-9*.]{1,16}$/)).min(1) })).max(40);
export type Filters = z.infer<typeof filtersSchema>;

export const namedPaperSchema = z.enum(['A4', 'A3', 'Letter']);
export type NamedPaper = z.infer<typeof namedPaperSchema>;

/** A paper size by name, or its width and height in millimetres. */
export const paperSchema = z.union([
  namedPaperSchema,
  z.object({ width: z.number().min(20).max(5000), height: z.number().min(20).max(5000) }),
]);
export type Paper = z.infer<typeof paperSchema>;
