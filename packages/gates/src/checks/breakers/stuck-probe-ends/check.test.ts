import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerStuckProbe, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] } });

test("only open is open again: neither a probe that is out still nor a breaker that closed over it", () => {
  for (const stateAfterTimeout of ["half_open", "closed", ""]) {
    const { code, reason } = judged({ stuckProbes: [breakerStuckProbe({ stateAfterTimeout })] });
    assert.equal(code, "probe-held", stateAfterTimeout);
    assert.equal(reason, `1 stuck probe still out after its time: ${stateAfterTimeout} after 300 ms`);
  }
});

test("ending in time is not enough where nothing succeeds afterwards", () => {
  const stuckProbes = [
    breakerStuckProbe(),
    breakerStuckProbe({ recoveredLater: false }),
    breakerStuckProbe({ recoveredLater: false }),
  ];
  const { code, observed, threshold, flip } = judged({ stuckProbes });
  assert.deepEqual([code, observed, threshold], ["not-recovered", 2, 0]);
  assert.equal(flip, "would pass with a success afterwards");
});
