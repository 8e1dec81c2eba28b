import type { Distribution } from '../../document/model/distribution.ts';
import type { TimeUnit } from '../../language/units.ts';
import type { XmlElement } from '../xml.ts';
import { parseIsoDuration } from './iso-duration.ts';
import { attribute, numberAttribute } from './namespaces.ts';

/** A unit of BPSim as one of ours and how many of ours it has; its day has 24 hours in every field. */
export interface BpsimUnit {
  readonly unit: TimeUnit;
  readonly factor: number;
}

const units: Readonly<Record<string, BpsimUnit>> = {
  ms: { unit: 's', factor: 0.001 }, s: { unit: 's', factor: 1 }, min: { unit: 'min', factor: 1 }, hour: { unit: 'h', factor: 1 },
  day: { unit: 'h', factor: 24 }, year: { unit: 'h', factor: 8760 },
};

export const bpsimUnit = (name: string | undefined): BpsimUnit | undefined => units[name ?? ''];

/** The first number that a parameter holds: of a constant, or of a duration in its own unit. */
export function numberIn(parameter: XmlElement): number | undefined {
  const constant = parameter.children.find((child) => child.name === 'NumericParameter' || child.name === 'FloatingParameter');
  return constant === undefined ? undefined : numberAttribute(constant, 'value');
}

/**
 * The time that a parameter gives: a constant, a duration or a distribution, in its own unit or that of the scenario.
 * Undefined where it holds nothing, or a distribution without counterpart; `unknown` then names it.
 */
export function timeIn(parameter: XmlElement, base: BpsimUnit): { time?: Distribution; unknown?: string } {
  for (const element of parameter.children) {
    if (element.name === 'ResultRequest') continue;
    const { unit, factor } = bpsimUnit(attribute(element, 'timeUnit')) ?? base;
    const time = read(element, factor);
    if (time === undefined) return { unknown: element.name };
    const typed = element.name === 'DurationParameter' ? time : { ...time, unit };
    return { time: { ...typed, provenance: 'estimated' } };
  }
  return {};
}

function read(element: XmlElement, factor: number): Distribution | undefined {
  const at = (name: string): number | undefined => {
    const value = numberAttribute(element, name);
    return value === undefined || value < 0 ? undefined : value * factor;
  };
  const [value, mean, sd, min, max, mode] = ['value', 'mean', 'standardDeviation', 'min', 'max', 'mode'].map(at);
  const fixed = (constant: number | undefined): Distribution | undefined => (constant === undefined ? undefined : { type: 'fixed', value: constant });
  switch (element.name) {
    case 'NumericParameter':
    case 'FloatingParameter':
      return fixed(value);
    case 'DurationParameter': {
      const duration = parseIsoDuration(attribute(element, 'value') ?? '');
      return duration === undefined ? undefined : hoursForDays(duration.value, duration.unit);
    }
    case 'UniformDistribution':
      return min === undefined || max === undefined || max < min ? undefined : max === min ? fixed(min) : { type: 'uniform', min, max };
    case 'TriangularDistribution':
      return min === undefined || max === undefined || mode === undefined || mode < min || mode > max ? undefined : max === min ? fixed(min) : { type: 'triangular', min, mode, max };
    case 'NormalDistribution':
    case 'TruncatedNormalDistribution':
      if (mean === undefined || sd === undefined) return undefined;
      return sd === 0 ? fixed(mean) : { type: 'normal', mean, sd, ...(min !== undefined && { lowest: min }), ...(max !== undefined && max > (min ?? 0) && { highest: max }) };
    case 'LogNormalDistribution':
      return mean === undefined || sd === undefined || mean === 0 || sd === 0 ? fixed(mean) : { type: 'lognormal', mean, sd };
    case 'NegativeExponentialDistribution':
      return mean === undefined || mean === 0 ? undefined : { type: 'exponential', mean };
    case 'ErlangDistribution': {
      const k = numberAttribute(element, 'k');
      return mean === undefined || mean === 0 || k === undefined || !Number.isInteger(k) || k < 1 ? undefined : { type: 'erlang', k, mean };
    }
    case 'GammaDistribution': {
      const shape = numberAttribute(element, 'shape');
      const scale = at('scale');
      return shape === undefined || scale === undefined || shape <= 0 || scale === 0 ? undefined : { type: 'gamma', mean: shape * scale, sd: Math.sqrt(shape) * scale };
    }
    case 'WeibullDistribution': {
      const shape = numberAttribute(element, 'shape');
      const scale = at('scale');
      return shape === undefined || scale === undefined || shape <= 0 || scale === 0 ? undefined : { type: 'weibull', shape, scale };
    }
    case 'UserDistribution':
      return readPoints(element, factor);
    default:
      return undefined;
  }
}

/** A day of an ISO duration has 24 hours, while a typed day of work has fewer. */
const hoursForDays = (value: number, unit: TimeUnit): Distribution =>
  unit === 'd' || unit === 'w' ? { type: 'fixed', value: value * (unit === 'd' ? 24 : 168), unit: 'h' } : { type: 'fixed', value, unit };

function readPoints(element: XmlElement, factor: number): Distribution | undefined {
  const points = element.children.filter((child) => child.name === 'UserDistributionDataPoint').flatMap((point) => {
    const value = numberIn(point);
    const weight = numberAttribute(point, 'probability');
    return value === undefined || weight === undefined || value < 0 || weight < 0 ? [] : [{ value: value * factor, weight }];
  });
  return points.length === 0 ? undefined : { type: 'empirical', values: points.map((one) => one.value), weights: points.map((one) => one.weight) };
}
