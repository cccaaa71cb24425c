import assert from "node:assert/strict";
import { test } from "node:test";
import { highestRisk, riskAtLeast, RISKS } from "./risk.ts";

test("risks are ordered from safe to critical, and each is at least itself and those below", () => {
  assert.deepEqual(RISKS, ["safe", "low", "medium", "high", "critical"]);
  for (const [index, risk] of RISKS.entries()) {
    const below: readonly string[] = RISKS.filter((floor) => riskAtLeast(risk, floor));
    assert.deepEqual(below, RISKS.slice(0, index + 1));
  }
});

test("the highest is the highest in any order, and nothing lowers it", () => {
  assert.equal(highestRisk("low"), "low");
  for (const one of RISKS) {
    for (const other of RISKS) {
      const wanted = RISKS[Math.max(RISKS.indexOf(one), RISKS.indexOf(other))];
      assert.equal(highestRisk(one, other), wanted);
      assert.equal(highestRisk(other, one), wanted);
      assert.equal(highestRisk("safe", one, other, "safe"), wanted);
    }
  }
});
