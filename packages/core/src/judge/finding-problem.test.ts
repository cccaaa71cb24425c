import assert from "node:assert/strict";
import { test } from "node:test";
import { checkOf } from "./fixtures.test.ts";
import { findingProblem } from "./finding-problem.ts";

const { definition } = checkOf();
const PASS = { outcome: "pass", code: "pass", observed: 1, threshold: 2, reason: "few" };

test("a finding in order has no problem", () => {
  const location = { file: "a", line: 1, column: 1, text: "t" };
  const sound: object[] = [
    {},
    { outcome: "fail", code: "too-many", flip: "would pass at 1", locations: [location] },
    { outcome: "warn", code: "too-many", observed: null, threshold: "at most 3" },
    { outcome: "missing", code: "too-many", observed: false },
    { outcome: "not-applicable", code: "nothing-of-the-kind" },
    { locations: [] },
    { flip: undefined, locations: undefined },
  ];
  for (const rest of sound)
    assert.equal(findingProblem(definition, { ...PASS, ...rest }, 1), null, JSON.stringify(rest));
});

test("looking at nothing is told before anything else", () => {
  assert.match(findingProblem(definition, PASS, 0) ?? "", /without looking/);
  assert.match(findingProblem(definition, { outcome: "made-up" }, 0) ?? "", /without looking/);
  assert.match(findingProblem(definition, null, 0) ?? "", /no finding/);
});
