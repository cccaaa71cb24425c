import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOMES } from "../noun/outcome.ts";
import type { CheckResult } from "../noun/result.ts";
import type { VerifiedWaiver, Waiver } from "../noun/waiver.ts";
import { checkOf } from "./fixtures.test.ts";
import { judgeScene, SCENE_CANDIDATE, SCENE_NOW_MS } from "./plant.ts";
import { applyWaiver } from "./waive.ts";

const FAILED: CheckResult = judgeScene(checkOf(), { bodies: { thing: [{ n: 11 }] } });
const WAIVER: Waiver = {
  schema: "holdpoint/waiver/v1",
  gate: "g",
  check: "few-things",
  code: "too-many",
  reason: "the sale ends on Monday",
  owner: "ada",
  approver: "grace",
  createdAt: "2026-01-01T00:00:00Z",
  expiresAt: "2026-01-03T00:00:00Z",
  introducedIn: "9".repeat(40),
};

function waived(rest: Partial<Waiver>, result: CheckResult = FAILED): CheckResult {
  const waivers: VerifiedWaiver[] = [{ digest: `sha256:${"a".repeat(64)}`, waiver: { ...WAIVER, ...rest } }];
  return applyWaiver(result, { gate: "g", nowMs: SCENE_NOW_MS, candidate: SCENE_CANDIDATE, waivers });
}

test("a valid waiver turns a fail into waived and is told", () => {
  const result = waived({});
  assert.equal(FAILED.outcome, "fail");
  assert.equal(result.outcome, "waived");
  assert.equal(result.code, "too-many");
  assert.equal(result.waiver, `sha256:${"a".repeat(64)}`);
  assert.match(
    result.reason,
    /11 things.*waived until 2026-01-03T00:00:00Z by ada, approved by grace: the sale ends on Monday/,
  );
  assert.equal(waived({ code: "*" }).outcome, "waived");
});

test("a waiver that is not valid, or of something else, changes nothing", () => {
  const wrong: Partial<Waiver>[] = [
    { gate: "other" },
    { check: "other" },
    { code: "other" },
    { reason: " " },
    { approver: "ada" },
    { approver: " Ada " },
    { approver: "ＡＤＡ" },
    { approver: "" },
    { owner: " " },
    { introducedIn: SCENE_CANDIDATE.commit },
    { introducedIn: null },
    { expiresAt: new Date(SCENE_NOW_MS).toISOString() },
    { expiresAt: "2026-01-01T12:00:00Z" },
    { expiresAt: "never" },
    { expiresAt: "" },
    { expiresAt: "2027-01-01" },
    { expiresAt: "2027-01-01T00:00:00" },
    { createdAt: new Date(SCENE_NOW_MS + 1).toISOString() },
    { createdAt: "long ago" },
  ];
  for (const rest of wrong) assert.equal(waived(rest), FAILED, JSON.stringify(rest));
});

test("only a fail can be waived", () => {
  for (const outcome of OUTCOMES) {
    const result = { ...FAILED, outcome };
    assert.equal(waived({}, result).outcome, outcome === "fail" ? "waived" : outcome);
  }
});

test("the first waiver that governs is the one that counts", () => {
  const all = [
    { digest: "first", waiver: { ...WAIVER, gate: "other" } },
    { digest: "second", waiver: WAIVER },
    { digest: "third", waiver: WAIVER },
  ];
  assert.equal(
    applyWaiver(FAILED, { gate: "g", nowMs: SCENE_NOW_MS, candidate: SCENE_CANDIDATE, waivers: all }).waiver,
    "second",
  );
});
