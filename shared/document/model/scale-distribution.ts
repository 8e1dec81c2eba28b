import type { Distribution } from './distribution.ts';

/** A distribution whose every draw is `factor` times as long: location, spread, shift and bounds alike. */
export function scaleDistribution(distribution: Distribution, factor: number): Distribution {
  const common = {
    ...(distribution.shift === undefined ? {} : { shift: distribution.shift * factor }),
    ...(distribution.lowest === undefined ? {} : { lowest: distribution.lowest * factor }),
    ...(distribution.highest === undefined ? {} : { highest: distribution.highest * factor }),
  };
  switch (distribution.type) {
    case 'fixed':
      return { ...distribution, ...common, value: distribution.value * factor };
    case 'uniform':
      return { ...distribution, ...common, min: distribution.min * factor, max: distribution.max * factor };
    case 'triangular':
    case 'pert':
      return { ...distribution, ...common, min: distribution.min * factor, mode: distribution.mode * factor, max: distribution.max * factor };
    case 'normal':
    case 'gamma':
    case 'lognormal':
      return { ...distribution, ...common, mean: distribution.mean * factor, sd: distribution.sd * factor };
    case 'exponential':
    case 'erlang':
      return { ...distribution, ...common, mean: distribution.mean * factor };
    case 'weibull':
      return { ...distribution, ...common, scale: distribution.scale * factor };
    case 'empirical':
      return { ...distribution, ...common, values: distribution.values.map((value) => value * factor) };
    case 'histogram':
      return { ...distribution, ...common, edges: distribution.edges.map((edge) => edge * factor) };
  }
}
