// The practical limit: a plain discrete-event simulator of a line of stations with a binary heap, g++ -O2.
// Same model, same stream (sfc32) and same order of draws as the lean run of the engine, so the waits agree too.
// Usage: reference STATIONS SERVERS LAMBDA MU CUSTOMERS SEED REPETITIONS
// Prints one JSON line: events, mean wait per station visit, and the seconds of every repetition.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <vector>

static uint32_t mix(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

struct Stream {
  static constexpr int length = 1024;
  uint32_t a, b, c, counter = 1;
  double buffer[length];
  int position = length;

  explicit Stream(uint32_t seed) : a(mix(seed)), b(mix(0x9e3779b9u)), c(mix(seed ^ 0x243f6a88u)) {
    fill();
    position = length;
  }
  uint32_t word() {
    const uint32_t out = a + b + counter++;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = ((c << 21) | (c >> 11)) + out;
    return out;
  }
  void fill() {
    for (double& u : buffer) {
      const uint32_t high = word(), low = word();
      u = ((high >> 6) * 67108864.0 + (low >> 6) + 0.5) / 4503599627370496.0;
    }
    position = 0;
  }
  double next() {
    if (position == length) fill();
    return buffer[position++];
  }
  double exponential(double mean) { return -std::log(next()) * mean; }
};

struct Event {
  double time;
  int station;   // -1: arrival
  int customer;  // ties: lower customer first
};

struct Heap {
  std::vector<Event> events;
  static bool before(const Event& x, const Event& y) {
    return x.time < y.time || (x.time == y.time && (x.station < y.station || (x.station == y.station && x.customer < y.customer)));
  }
  void push(const Event& event) {
    size_t hole = events.size();
    events.push_back(event);
    while (hole > 0) {
      const size_t parent = (hole - 1) / 2;
      if (!before(event, events[parent])) break;
      events[hole] = events[parent];
      hole = parent;
    }
    events[hole] = event;
  }
  Event pop() {
    const Event top = events[0], last = events.back();
    events.pop_back();
    const size_t size = events.size();
    if (size > 0) {
      size_t hole = 0;
      for (;;) {
        size_t child = 2 * hole + 1;
        if (child >= size) break;
        if (child + 1 < size && before(events[child + 1], events[child])) ++child;
        if (!before(events[child], last)) break;
        events[hole] = events[child];
        hole = child;
      }
      events[hole] = last;
    }
    return top;
  }
};

struct Waiting {
  int customer;
  double since;
};

struct Station {
  int free;
  std::deque<Waiting> queue;
};

static double simulate(int count, int servers, double lambda, double mu, long customers, uint32_t seed, long& events) {
  Stream stream(seed);
  Heap heap;
  std::vector<Station> stations(count);
  for (Station& station : stations) station.free = servers;
  double waited = 0;
  long arrived = 0, visits = 0;
  events = 0;

  const auto serve = [&](int index, int customer, double now) {
    heap.push({now + stream.exponential(1 / mu), index, customer});
    ++visits;
  };
  const auto enter = [&](int index, int customer, double now) {
    Station& station = stations[index];
    if (station.free > 0) {
      --station.free;
      serve(index, customer, now);
    } else {
      station.queue.push_back({customer, now});
    }
  };

  heap.push({stream.exponential(1 / lambda), -1, 0});
  while (!heap.events.empty()) {
    const Event event = heap.pop();
    ++events;
    if (event.station < 0) {
      ++arrived;
      enter(0, event.customer, event.time);
      if (arrived < customers) heap.push({event.time + stream.exponential(1 / lambda), -1, event.customer + 1});
      continue;
    }
    // The customer goes on before its server takes the next one.
    if (event.station + 1 < count) enter(event.station + 1, event.customer, event.time);
    Station& station = stations[event.station];
    if (station.queue.empty()) {
      ++station.free;
    } else {
      const Waiting next = station.queue.front();
      station.queue.pop_front();
      waited += event.time - next.since;
      serve(event.station, next.customer, event.time);
    }
  }
  return waited / visits;
}

int main(int argc, char** argv) {
  if (argc != 8) {
    std::fprintf(stderr, "usage: reference STATIONS SERVERS LAMBDA MU CUSTOMERS SEED REPETITIONS\n");
    return 2;
  }
  const int count = std::atoi(argv[1]), servers = std::atoi(argv[2]), repetitions = std::atoi(argv[7]);
  const double lambda = std::atof(argv[3]), mu = std::atof(argv[4]);
  const long customers = std::atol(argv[5]);
  const uint32_t seed = static_cast<uint32_t>(std::strtoul(argv[6], nullptr, 10));
  long events = 0;
  double wait = 0;
  std::printf("{\"seconds\":[");
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    const auto begin = std::chrono::steady_clock::now();
    wait = simulate(count, servers, lambda, mu, customers, seed, events);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::printf("%s%.9f", repetition ? "," : "", taken.count());
  }
  std::printf("],\"events\":%ld,\"wait\":%.12g}\n", events, wait);
}
