import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, delta, soak, soakIteration } from "../scenes/soak.ts";
import { attemptsOf, placeOf, steadyOf } from "./soaks.ts";

test("only the steady phase is judged", () => {
  assert.deepEqual(
    steadyOf(soak()).map(({ iteration }) => iteration),
    [3, 4, 5, 6, 7, 8],
  );
});

test("what was skipped is no attempt", () => {
  const skipped = delta({ parameter: "edge.spread_bps", skipped: { reason: "cooldown", text: "rests" } });
  const one = soakIteration(5, { tuning: applied(delta(), skipped) });
  assert.deepEqual(attemptsOf(one), [delta()]);
  assert.equal(placeOf(soak(), one), "market iteration 5");
});
