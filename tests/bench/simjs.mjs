// The same line of stations in simjs. Usage: node simjs.mjs STATIONS SERVERS LAMBDA MU CUSTOMERS SEED; prints seconds as JSON.
import { createRequire } from 'node:module';

// The library hands its classes out on a window alone.
const page = { Sim: /** @type {any} */ (undefined) };
Object.assign(globalThis, { window: page });
createRequire(import.meta.url)('simjs');
const { Sim: Simulator, Entity, Facility, Random } = page.Sim;
const [stations = 1, servers = 1, arrivalRate = 1, serviceRate = 1, customers = 1, seed = 1] = process.argv.slice(2).map(Number);

const run = () => {
  const simulation = new Simulator();
  const random = new Random(seed);
  const line = Array.from({ length: stations }, (_, index) => new Facility(`station ${index}`, Facility.FCFS, servers));
  let started = 0;
  class Source extends Entity {
    start() {
      this.setTimer(random.exponential(arrivalRate)).done(this.arrive);
    }
    arrive() {
      started += 1;
      this.enter(0);
      if (started < customers) this.setTimer(random.exponential(arrivalRate)).done(this.arrive);
    }
    /** @param {number} station */
    enter(station) {
      const request = this.useFacility(line[station], random.exponential(serviceRate));
      if (station + 1 < stations) request.done(() => this.enter(station + 1));
    }
  }
  simulation.addEntity(Source);
  const from = performance.now();
  simulation.simulate(1e15);
  return (performance.now() - from) / 1000;
};

run();
process.stdout.write(JSON.stringify({ seconds: run() }));
