import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, Gate } from "@holdpoint/core";
import { FIXTURE_GATES } from "../config/fixture.ts";
import type { WaiverWish } from "./waiver-of.ts";
import { waiverOf } from "./waiver-of.ts";

const NOW_MS = Date.UTC(2026, 0, 1);

const GATES: readonly Gate[] = FIXTURE_GATES.map((gate) => ({
  ...gate,
  checks: gate.checks.map((check): Check => ({
    ...check,
    definition: { ...check.definition, reasons: { "too-many": "more than allowed" } },
  })),
}));

const WISH: WaiverWish = {
  subject: "tests/none-failed",
  code: "too-many",
  reason: " known ",
  owner: "Ada",
  approver: "Bo",
  expires: "14d",
};

test("a whole waiver", () => {
  assert.deepEqual(waiverOf(WISH, GATES, NOW_MS), {
    schema: "holdpoint/waiver/v1",
    gate: "tests",
    check: "none-failed",
    code: "too-many",
    reason: "known",
    owner: "Ada",
    approver: "Bo",
    createdAt: "2026-01-01T00:00:00.000Z",
    expiresAt: "2026-01-15T00:00:00.000Z",
    introducedIn: null,
  });
  assert.equal(
    waiverOf({ ...WISH, code: "*", expires: "2026-02-01" }, GATES, NOW_MS).expiresAt,
    "2026-02-01T00:00:00.000Z",
  );
});

const REFUSED: readonly (readonly [string, Partial<WaiverWish>, RegExp])[] = [
  ["a gate that is none", { subject: "test/none-failed" }, /no gate called "test"; did you mean "tests"\?/],
  ["a check that is none", { subject: "tests/non-failed" }, /did you mean "none-failed"\?/],
  ["a gate alone", { subject: "tests" }, /no check of "tests" called ""/],
  ["a reason code that the check never gives", { code: "to-many" }, /did you mean "too-many"\?/],
  ["a code that no check may declare", { code: "evidence-missing" }, /never gives the reason/],
  ["no reason", { reason: " " }, /needs its reason/],
  ["no owner", { owner: "" }, /needs its owner/],
  ["no approver", { approver: "" }, /needs its approver/],
  ["an owner who approves", { approver: " Ada " }, /somebody else/],
  ["no end", { expires: "never" }, /no time/],
  ["an end that has passed", { expires: "2025-12-31" }, /waives nothing/],
  ["an end too far away", { expires: "366d" }, /365 days/],
  ["a date that is none", { expires: "2026-13-45" }, /no time/],
];

for (const [what, change, says] of REFUSED) {
  test(`${what} is refused`, () => {
    assert.throws(() => waiverOf({ ...WISH, ...change }, GATES, NOW_MS), { code: /^HP-USAGE/, message: says });
  });
}
