/** Takes a document of one version of the file format to the next. Works on unchecked data: it must not throw on odd shapes. */
export interface Migration {
  /** The version that it reads; it writes the next one. */
  readonly from: number;
  migrate(document: Record<string, unknown>): Record<string, unknown>;
}
