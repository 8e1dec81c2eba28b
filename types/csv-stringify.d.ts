/** csv-stringify as shared/ uses it: its own types would let Node's into rooms that must run anywhere. */
export interface StringifyOptions {
  bom?: boolean;
  cast?: Partial<Record<'boolean' | 'number' | 'bigint' | 'string' | 'object' | 'date' | 'null' | 'undefined', (value: never) => string | null>>;
  columns?: readonly (string | { key: string; header?: string })[] | Record<string, string>;
  delimiter?: string;
  eof?: boolean;
  escape?: string;
  escape_formulas?: boolean;
  header?: boolean;
  quote?: string | boolean;
  quoted?: boolean;
  quoted_empty?: boolean;
  quoted_string?: boolean;
  record_delimiter?: string;
}

export declare function stringify(input: readonly unknown[], options?: StringifyOptions): string;
