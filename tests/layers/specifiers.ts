/** One `import` of a file: what it names, where, and whether it leaves nothing behind at run time. */
export interface Specifier {
  readonly name: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** Blanks out comments, keeping every line where it was; strings that hold `//` survive. */
const withoutComments = (text: string): string =>
  text.replaceAll(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (whole, quoted: string | undefined) =>
    quoted === undefined ? whole.replaceAll(/[^\n]/g, ' ') : whole,
  );

const statement = /(?:^|[;}\n])\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]/g;
const call = /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g;
const address = /\bnew\s+URL\s*\(\s*['"](\.[^'"\n]+)['"]\s*,\s*import\.meta\.url/g;

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** Everything that a TypeScript file imports, by statement, call or worker address. */
export const specifiersOf = (source: string): readonly Specifier[] => {
  const text = withoutComments(source);
  const found = (pattern: RegExp, name: number, typeGroup?: number): Specifier[] =>
    [...text.matchAll(pattern)].map((match) => ({
      name: match[name] ?? '',
      line: lineOf(text, match.index + match[0].length),
      typeOnly: typeGroup !== undefined && match[typeGroup] !== undefined,
    }));
  return [...found(statement, 2, 1), ...found(call, 1), ...found(address, 1)].sort((one, other) => one.line - other.line);
};
