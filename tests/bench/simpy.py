# The same line of stations in SimPy, as Debian's python3-simpy ships it (2.3, classic interface).
# Usage: simpy.py STATIONS SERVERS LAMBDA MU CUSTOMERS SEED; prints seconds as JSON.
import json
import random
import sys
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

stations, servers = int(sys.argv[1]), int(sys.argv[2])
arrival_rate, service_rate = float(sys.argv[3]), float(sys.argv[4])
customers, seed = int(sys.argv[5]), int(sys.argv[6])
random.seed(seed)
simulation = Simulation()


class Customer(Process):
    def go(self, resources):
        for resource in resources:
            yield request, self, resource
            yield hold, self, random.expovariate(service_rate)
            yield release, self, resource


class Source(Process):
    def go(self, resources):
        for _ in range(customers):
            yield hold, self, random.expovariate(arrival_rate)
            customer = Customer(sim=simulation)
            simulation.activate(customer, customer.go(resources))


begin = time.perf_counter()
simulation.initialize()
line = [Resource(capacity=servers, sim=simulation) for _ in range(stations)]
source = Source(sim=simulation)
simulation.activate(source, source.go(line))
simulation.simulate(until=1e18)
print(json.dumps({"seconds": time.perf_counter() - begin}))
