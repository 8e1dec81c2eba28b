/** The main entry of bpmn-moddle ships without types; this is the part that we call. */
declare module 'bpmn-moddle' {
  /** An element of the parsed tree: its attributes and children are properties, foreign attributes stand in `$attrs`. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs: Record<string, string>;
    readonly $parent?: ModdleElement;
    $instanceOf(type: string): boolean;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    [name: string]: unknown;
  }

  export interface ParseResult {
    readonly rootElement: ModdleElement;
    readonly elementsById: Record<string, ModdleElement>;
    readonly references: readonly { readonly element: ModdleElement; readonly property: string; readonly id: string }[];
    readonly warnings: readonly (Error & { readonly element?: ModdleElement; readonly value?: string })[];
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>, options?: Record<string, unknown>);
    create(type: string, attributes?: Record<string, unknown>): ModdleElement;
    createAny(type: string, namespace: string, attributes?: Record<string, unknown>): ModdleElement;
    fromXML(xml: string, type?: string, options?: { lax?: boolean }): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>;
  }
}
