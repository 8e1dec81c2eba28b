// A drawing of any size for the benchmark of the canvas: lanes of steps in columns, half as many more flows as steps.

/** At most a hundred columns: all of it fits into the window at the smallest scale. @param {number} steps */
const lanesOf = (steps) => Math.max(10, Math.ceil(steps / 100));
const width = 160;
const height = 64;
const laneSize = 144;

/**
 * @typedef {{ id: string, x: number, y: number, width: number, height: number, lane: number }} Place
 * @typedef {{ id: string, from: string, to: string }} Line
 */

/**
 * @param {number} steps how many steps
 * @returns {{ places: Place[], lines: Line[] }} column by column, each step followed by the next of its lane; every second also leads two lanes further
 */
export const drawing = (steps) => {
  /** @type {Place[]} */
  const places = [];
  /** @type {Line[]} */
  const lines = [];
  const lanes = lanesOf(steps);
  for (let index = 0; index < steps; index += 1) {
    const lane = index % lanes;
    places.push({ id: `step-${index}`, x: 200 + Math.floor(index / lanes) * 240, y: 40 + lane * laneSize, width, height, lane });
    if (index + lanes < steps) lines.push({ id: `along-${index}`, from: `step-${index}`, to: `step-${index + lanes}` });
    const across = index + lanes + 2;
    if (index % 2 === 0 && lane + 2 < lanes && across < steps) lines.push({ id: `across-${index}`, from: `step-${index}`, to: `step-${across}` });
    else if (index % 2 === 0 && lane + 2 >= lanes && across - lanes < steps) lines.push({ id: `up-${index}`, from: `step-${index}`, to: `step-${across - lanes}` });
  }
  return { places, lines };
};

/**
 * The same drawing as a document.
 * @param {number} steps
 */
export const documentOf = (steps) => {
  const { places, lines } = drawing(steps);
  const parties = Array.from({ length: lanesOf(steps) }, (_, lane) => ({ id: `party-${lane}`, name: `Department ${lane + 1}`, kind: 'department' }));
  const teams = parties.map((party, lane) => ({ id: `team-${lane}`, name: `Team ${lane + 1}`, party: party.id, capacity: { value: 3 } }));
  /** @param {readonly { id: string }[]} rows */
  const table = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));
  return {
    format: 'crossflow',
    version: 2,
    settings: { title: `${steps} steps` },
    model: {
      processes: { process: { id: 'process', name: 'Everything', lanes: parties.map(({ id }) => ({ party: id, size: laneSize })) } },
      parties: table(parties),
      teams: table(teams),
      people: {},
      calendars: {},
      systems: {},
      dataObjects: {},
      outcomes: {},
      demandClasses: {},
      nodes: table(
        places.map(({ id, x, y, lane }, index) => ({
          kind: 'step', id, name: `Step ${index + 1}`, process: 'process', party: `party-${lane}`, position: { x, y },
          requirements: [{ anyOf: [{ team: `team-${lane}` }] }], serviceTime: { type: 'fixed', value: 1, unit: 'h' },
        })),
      ),
      flows: table(lines.map(({ id, from, to }) => ({ id, process: 'process', from, to }))),
    },
    runSettings: {},
    scenarios: { today: { id: 'today', name: 'Today', changes: [], status: 'inPlace' } },
    comments: {},
    versions: {},
  };
};
