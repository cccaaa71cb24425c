import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch } from "@holdpoint/testkit";
import { findRun } from "./find-run.ts";
import { latestJudgement } from "./latest-judgement.ts";

const RUN = ".holdpoint/runs/r1";

function repository(t: Parameters<typeof gitRepository>[0]): string {
  const root = gitRepository(t, { [`${RUN}/plan.json`]: "{}", [`${RUN}/judgement.json`]: '{"run":"r1"}', "a/x": "" });
  symlinkSync("r1", join(root, ".holdpoint", "runs", "latest"));
  return root;
}

test("by id, by folder, and the latest one", (t) => {
  const root = repository(t);
  const expected = join(root, RUN);
  assert.equal(findRun(root, undefined), expected);
  assert.equal(findRun(join(root, "a"), undefined), expected);
  assert.equal(findRun(root, "r1"), expected);
  assert.equal(findRun(join(root, "a"), "r1"), expected);
  assert.equal(findRun(root, RUN), expected);
  assert.equal(findRun(join(root, "a"), `../${RUN}`), expected);
});

test("none at all, one that does not exist, and a name that leads elsewhere", (t) => {
  assert.throws(() => findRun(scratch(t), undefined), { code: "HP-RUN-UNKNOWN" });
  const root = repository(t);
  for (const name of ["r2", "..", "../runs", "", "r1/../../x"]) {
    assert.throws(() => findRun(root, name), { code: "HP-USAGE-NAME" }, name);
  }
});

test("the judgement of the latest run", (t) => {
  const root = repository(t);
  assert.equal(latestJudgement(root)?.run, "r1");
  assert.equal(latestJudgement(scratch(t)), null);
});

test("a judgement that cannot be read is no judgement", (t) => {
  const root = gitRepository(t, { [`${RUN}/judgement.json`]: '{"run":' });
  symlinkSync("r1", join(root, ".holdpoint", "runs", "latest"));
  assert.throws(() => latestJudgement(root), { code: "HP-READ-FAILED" });
});
