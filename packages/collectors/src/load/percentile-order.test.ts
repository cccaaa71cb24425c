import assert from "node:assert/strict";
import { test } from "node:test";
import { toldOf } from "./figures.ts";
import { orderProblem } from "./percentile-order.ts";

const sound = { count: 9, min: 1, mean: 3, p50: 2, p90: 4, p95: 5, p99: 8, p999: 9, max: 9 };

test("figures of one set of times rise", () => {
  assert.equal(orderProblem(sound, 0), null);
  assert.equal(orderProblem(toldOf({}), 0), null);
  assert.equal(orderProblem({ ...sound, p99: 4.5 }, 0), "its p99 of 4.5 ms is below its p95 of 5 ms");
  assert.equal(orderProblem({ ...sound, min: 3 }, 0), "its p50 of 2 ms is below its min of 3 ms");
  assert.match(orderProblem({ ...sound, max: 8 }, 0) ?? "", /max of 8 ms is below its p99.9/);
  assert.match(orderProblem({ ...sound, mean: 10 }, 0) ?? "", /mean/);
  assert.match(orderProblem({ ...sound, mean: 0.5 }, 0) ?? "", /mean/);
});

test("a tool that rounds may be off by as much, and no more", () => {
  const rounds = { ...sound, p999: 9.4 };
  assert.equal(orderProblem(rounds, 0.05), null);
  assert.notEqual(orderProblem(rounds, 0.04), null);
});

test("percentiles without a rank are compared with nothing, the others by their rank", () => {
  const percentiles = [
    { name: "99%", q: 0.99, ms: 9 },
    { name: "percentiles1", q: null, ms: 1 },
    { name: "50%", q: 0.5, ms: 5 },
  ];
  assert.equal(orderProblem(toldOf({ percentiles }), 0), null);
  const falling = percentiles.map((one) => ({ ...one, ms: 10 - one.ms }));
  assert.equal(orderProblem(toldOf({ percentiles: falling }), 0), "its p99 of 1 ms is below its p50 of 5 ms");
});
