export const simulation = {
  'simulation.warning.noInterval': 'One replication gives no interval: run at least two, better thirty.',
  'simulation.warning.noneCounted': 'No item was counted: lengthen the horizon or shorten the settling-in time.',
  'simulation.warning.someUncounted': '{n} of {of} replications counted no item and are left out of the times: lengthen the horizon.',
  'simulation.warning.censored': '{n} counted {n|item was|items were} still under way at the end, so the lead time is a lower bound: lengthen the horizon.',
  'simulation.warning.stuck': '{n} {n|item waits|items wait} for something that never comes: look for a message, a batch or a calendar without end.',
  'simulation.warning.limitEvents': 'The run was stopped at its limit of events; the numbers are what was found until then.',
  'simulation.warning.limitItems': 'The run was stopped because too many items were in the system at once; the numbers are what was found until then. Check volume and capacity.',
  'simulation.warning.limitTime': 'The run was stopped at its limit of simulated time; the numbers are what was found until then.',
  'simulation.warning.unstable': 'Work piles up: {n} items more every day. Lead times would grow without end, so they depend on the horizon.',
  'simulation.warning.unstableTeam': 'Work piles up at {team}: {n} items more every day. Lead times would grow without end, so they depend on the horizon.',
  'simulation.warning.growing': 'Work grows while items arrive; the lead time holds for this number of items only.',
  'simulation.warning.sensitive': '{team} is loaded to {percent} %: 1 % more work makes its waiting about {more} % longer, so small errors in the inputs matter.',
} as const;
