/** Distributions: a specification, its compiled sampler, its exact moments. */
export { scaleSpec, type DistributionRefusal, type DistributionSpec } from './distribution-spec.ts';
export { compileDistribution } from './compile-distribution.ts';
export { Sampler } from './sampler.ts';
export { sample } from './sample.ts';
export { mean, squaredCv, variance } from './moments.ts';
