import type { Condition, Test } from '../../document/model/condition.ts';
import type { Attribute } from '../../document/model/demand.ts';
import type { ElementId } from '../../document/model/fields.ts';
import { hashText } from '../kernel/keys.ts';
import type { Context } from './context.ts';
import type { AttributeRow, ConditionRow, TestRow } from './network.ts';
import { refuse } from './refusal.ts';

/** Words are numbers far above any that a model holds, by order of appearance in the alphabet. */
const WORDS = 2 ** 50;

/** Attributes and conditions of a model: each attribute name gets a slot, each word a number. */
export class AttributeBook {
  readonly rows: AttributeRow[] = [];
  readonly conditions: ConditionRow[] = [];
  private readonly slots = new Map<string, number>();
  private readonly words = new Map<string, number>();
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  get count(): number {
    return this.slots.size;
  }

  slot(name: string): number {
    const known = this.slots.get(name);
    if (known !== undefined) return known;
    this.slots.set(name, this.slots.size);
    return this.slots.size - 1;
  }

  private word(text: string): number {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    const number = WORDS + this.words.size;
    this.words.set(text, number);
    return number;
  }

  /** Number of a row that sets an attribute. */
  row(attribute: Attribute, element: ElementId): number {
    const base = { slot: this.slot(attribute.name), hash: hashText(`${element}/${attribute.name}`) };
    if (attribute.type === 'number') {
      this.rows.push({ ...base, sampler: this.context.amount(attribute.distribution, element), values: [], cumulative: [] });
      return this.rows.length - 1;
    }
    const total = attribute.choices.reduce((sum, choice) => sum + choice.weight, 0);
    if (!(total > 0)) refuse('simulation.noWeight', { element: this.context.name(element), attribute: attribute.name }, element);
    let sum = 0;
    const cumulative = attribute.choices.map((choice) => (sum += choice.weight) / total);
    this.rows.push({ ...base, sampler: -1, values: attribute.choices.map((choice) => this.word(choice.value)), cumulative });
    return this.rows.length - 1;
  }

  /** Number of a condition; −1 for none. */
  condition(condition: Condition | undefined): number {
    if (condition === undefined) return -1;
    this.conditions.push(condition.anyOf.map((group) => group.map((test) => this.test(test))));
    return this.conditions.length - 1;
  }

  private test(test: Test): TestRow {
    const base = { slot: this.slot(test.attribute), comparison: test.comparison, value: NaN, to: NaN, values: [] };
    const number = (value: number | string): number => {
      if (typeof value === 'number') return value;
      return value === 'inf' ? Infinity : this.word(value);
    };
    if (!Array.isArray(test.value)) return { ...base, comparison: test.comparison === 'in' ? '=' : test.comparison, value: number(test.value) };
    const [from, to] = test.value;
    const isRange = test.value.length === 2 && typeof from === 'number' && (typeof to === 'number' || to === 'inf');
    if (isRange) return { ...base, comparison: 'in', value: from, to: number(to) };
    return { ...base, comparison: 'oneOf', values: test.value.map(number) };
  }
}
