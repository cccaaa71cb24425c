import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, CoverageExceptionsBody, PlantScene, StoredEvidence } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { asParam, component, coverage, coveredFile } from "../scenes/coverage.ts";
import { coverageExceptions, exception, inDays } from "../scenes/coverage-exceptions.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { exceptions } from "./exceptions.ts";

const DISK = coveredFile("src/store/disk.ts", { lines: { covered: 7, total: 10 } });
const BIG = coveredFile("src/big.ts", { lines: { covered: 990, total: 1_000 } });
const PARAMS = {
  "no-exception-unneeded": { components: asParam([component()]) },
  "not-on-critical": { components: asParam([component()]) },
};

function release(changes: Partial<CoverageExceptionsBody> = {}): PlantScene {
  return {
    bodies: {
      [KIND.coverageExceptions]: [coverageExceptions(changes)],
      [KIND.coverage]: [coverage({ files: [BIG, DISK] })],
    },
  };
}

function after(promoted: PlantScene, next: PlantScene): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: <Body>(kind: string) => evidence.filter((stored) => stored.evidence.kind === kind) as StoredEvidence<Body>[],
  };
  const checks = judgeWhole(exceptions, promoted, PARAMS).checks.map(({ id, outcome, params }) => ({
    id,
    outcome,
    params,
  }));
  return {
    ...next,
    baselineFacts: { exceptions: exceptions.facts?.(input) ?? {} },
    baselineGates: [{ id: "exceptions", blocking: true, verdict: "PASS", checks }],
  };
}

const judge = (scene: PlantScene): ReturnType<typeof judgeWhole> => judgeWhole(exceptions, scene, PARAMS);

test("a decided exception passes, and so does the same again", () => {
  const result = judge(release());
  assert.equal(result.verdict, "PASS", JSON.stringify(result.checks.filter(({ outcome }) => outcome !== "pass")));
  assert.deepEqual(ending(result, "not-applicable"), ["none-lost"]);
  assert.deepEqual(ending(judge(after(release(), release())), "not-applicable"), []);
});

test("no exception and an empty register are a sound state that was looked at", () => {
  const result = judge(release({ exceptions: [] }));
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["none-lost"]);
  const without = judge(release({ exceptions: [], register: null }));
  assert.deepEqual([without.verdict, ending(without, "not-applicable")], ["PASS", ["register-current", "none-lost"]]);
});

test("each way of not answering for it holds by its own check", () => {
  const cases: readonly (readonly [Partial<ReturnType<typeof exception>>, string])[] = [
    [{ owner: "" }, "owner-named"],
    [{ rationale: "TODO" }, "rationale-and-mitigation"],
    [{ approver: "ada" }, "approved-by-other"],
    [{ expiresAt: inDays(-1) }, "not-expired"],
    [{ nextReviewAt: inDays(-30) }, "review-not-due"],
    [{ matches: [] }, "file-exists"],
  ];
  for (const [changes, check] of cases) {
    const result = judge(release({ exceptions: [exception(changes)] }));
    assert.ok(ending(result, "fail").includes(check), `${check}: ${ending(result, "fail").join(", ")}`);
    assert.equal(result.verdict, "FAIL");
  }
});

test("an exception is neither removed nor opened again", () => {
  assert.deepEqual(ending(judge(after(release(), release({ exceptions: [] }))), "fail"), ["none-lost"]);
  const resolved = { at: inDays(-1), by: "Ada", why: "withdrawn", final: null } as const;
  const ended = release({ exceptions: [exception({ resolved })] });
  assert.equal(judge(after(release(), ended)).verdict, "PASS");
  assert.deepEqual(ending(judge(after(ended, release())), "fail"), ["none-lost"]);
});
