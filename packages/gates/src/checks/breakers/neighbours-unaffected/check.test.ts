import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerNeighbour, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] } });

test("one failure of a hundred is a neighbour that was hit, none is not", () => {
  const hit = (succeeded: number): ReturnType<typeof judged> =>
    judged({ neighbours: [breakerNeighbour({ submitted: 100, succeeded })] });
  assert.equal(hit(100).outcome, "pass");
  const { code, reason, flip, observed } = hit(99);
  assert.deepEqual([code, observed, flip], ["neighbour-hit", 1, "would pass if all succeeded"]);
  assert.equal(reason, "1 neighbour with failures: steady, closed: 99 of 100");
});

test("a breaker that only tries again is not closed", () => {
  const { code, reason } = judged({ neighbours: [breakerNeighbour(), breakerNeighbour({ state: "half_open" })] });
  assert.equal(code, "neighbour-open");
  assert.match(reason, /^1 neighbour with a breaker that is not closed: steady, half_open: 3 of 3$/);
});

test("a neighbour that nobody asked decides, and the failures of the others are told all the same", () => {
  const neighbours = [
    breakerNeighbour({ adapter: "open", state: "open" }),
    breakerNeighbour({ adapter: "hit", succeeded: 2 }),
    breakerNeighbour({ adapter: "idle", submitted: 0, succeeded: 0 }),
  ];
  const { outcome, code, reason } = judged({ neighbours });
  assert.deepEqual([outcome, code], ["missing", "nothing-submitted"]);
  assert.match(reason, /: idle, closed: 0 of 0; .*: hit, closed: 2 of 3; .*: open, open: 3 of 3$/);
});
