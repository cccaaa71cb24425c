import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricsRegistry } from "@holdpoint/kit";
import fc from "fast-check";
import { ACTION_STATES, TERMINAL_STATES } from "../contract/state.ts";
import { createTestingEngine } from "../testing-engine.ts";
import { FollowingCounter } from "./following-counter.ts";
import { createGatewayMetrics } from "./gateway-metrics.ts";

const SAMPLE = /^[a-z_]+(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? -?[0-9.e+-]+$/;
const totals = fc.array(fc.nat({ max: 1000 }), { maxLength: 20 });

/** The text's samples; each line is one, a comment, or the last empty one. */
function samples(text: string): Map<string, number> {
  const lines = text.split("\n");
  assert.equal(lines.pop(), "", "it ends with a line feed");
  const found = new Map<string, number>();
  for (const line of lines) {
    if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) continue;
    assert.match(line, SAMPLE);
    const at = line.lastIndexOf(" ");
    assert.ok(!found.has(line.slice(0, at)), `${line} stands twice`);
    found.set(line.slice(0, at), Number(line.slice(at)));
  }
  return found;
}

test("a following counter never falls, and counts every rise of its total", () => {
  fc.assert(
    fc.property(totals, (series) => {
      const registry = new MetricsRegistry();
      const counter = new FollowingCounter(registry.counter({ name: "x_total", help: "X." }).bind({}));
      let [before, expected, seen] = [0, 0, 0];
      for (const total of series) {
        counter.follow(total);
        expected += total >= seen ? total - seen : total;
        seen = total;
        const value = samples(registry.render()).get("x_total") ?? 0;
        assert.ok(value >= before);
        before = value;
      }
      assert.equal(before, expected);
    }),
  );
});

test("whatever the engine says, each scrape is a sound text with one value for each state", () => {
  const count = fc.nat({ max: 1_000_000 });
  const figures = fc.record({
    ready: fc.boolean(),
    stopping: fc.boolean(),
    queueDepth: count,
    running: count,
    openDeadLetters: count,
    ledgerSize: count,
    states: fc.tuple(...ACTION_STATES.map(() => count)),
  });
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 5 }), (scrapes) => {
      const engine = createTestingEngine();
      const metrics = createGatewayMetrics(engine, () => 0, null);
      for (const { states, ...health } of scrapes) {
        const byState = Object.fromEntries(ACTION_STATES.map((state, index) => [state, states[index] ?? 0]));
        engine.setHealth({ ...health, liveByState: byState as never });
        const seen = samples(metrics.page("prometheus").text);
        assert.equal(seen.get("holdpoint_ready"), health.ready && !health.stopping ? 1 : 0);
        assert.equal(seen.get("holdpoint_queue_depth"), health.queueDepth);
        assert.equal(seen.get("holdpoint_ledger_records"), health.ledgerSize);
        for (const state of ACTION_STATES) {
          const value = seen.get(`holdpoint_actions{state="${state}"}`);
          assert.equal(value, TERMINAL_STATES.has(state) ? undefined : byState[state], state);
        }
        for (const name of engine.executor.breakers.names()) {
          const states = ["closed", "half-open", "open"].map(
            (state) => seen.get(`holdpoint_breaker_state{name="${name}",state="${state}"}`) ?? -1,
          );
          assert.deepEqual(
            states.toSorted((one, other) => one - other),
            [0, 0, 1],
            `${name} is in one state`,
          );
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("requests of any route and status are counted once, in buckets that only rise", () => {
  const request = fc.record({
    route: fc.constantFrom("submitAction", "getAction", "none"),
    status: fc.integer({ min: 100, max: 599 }),
    seconds: fc.double({ min: 0, max: 100, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
      const metrics = createGatewayMetrics(createTestingEngine(), () => 0, null);
      for (const { route, status, seconds } of requests) metrics.observeRequest(route, status, seconds, null);
      const seen = samples(metrics.page("prometheus").text);
      const family = "holdpoint_http_request_seconds";
      const counts = [...seen].filter(([name]) => name.startsWith(`${family}_count`));
      assert.equal(
        counts.reduce((sum, [, value]) => sum + value, 0),
        requests.length,
      );
      for (const [name, value] of counts) {
        const labels = name.slice(`${family}_count{`.length, -1);
        const buckets = [...seen].filter(([key]) => key.startsWith(`${family}_bucket{${labels},`)).map(([, to]) => to);
        assert.ok(buckets.length > 5);
        assert.deepEqual(
          buckets,
          buckets.toSorted((one, other) => one - other),
        );
        assert.equal(buckets.at(-1), value);
      }
    }),
    { numRuns: 50 },
  );
});
