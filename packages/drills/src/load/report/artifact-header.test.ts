import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ArtifactHeader, LoadPlan } from "@holdpoint/core";
import { ArtifactLines, LoadArtifactReader, parseObjective } from "@holdpoint/core";
import { plan, request } from "../flow/testing-plan.ts";
import { phase } from "../schedule/testing-phases.ts";
import { artifactHeader } from "./artifact-header.ts";
import { planDigest, sentDigest } from "./plan-digest.ts";

const TERMS = {
  id: "load",
  version: "1.2.3",
  startedAtMs: 1_700_000_000_000,
  testbed: { text: "a machine", sha256: "0".repeat(64) },
};

const header = (over: Partial<LoadPlan> = {}): ArtifactHeader => artifactHeader(plan(over), TERMS);

describe("the header of an artifact", () => {
  test("says what was asked for, and is one that is read again", () => {
    const objectives = ["p99 < 300ms over 10s max 2", "99% ok under 1s", "rate >= 5/s"].map((one) =>
      parseObjective(one),
    );
    const abort = { objectives: objectives.slice(0, 1).map(({ id }) => id), windowMs: 2000, holdMs: 1000 };
    const said = header({ objectives, abort });
    assert.deepEqual([said.made?.target, said.made?.version, said.made?.synthetic], [100, "1.2.3", false]);
    assert.deepEqual([said.made?.objectives, said.made?.abort], [objectives, abort]);
    assert.equal(said.planSha256, planDigest(plan({ objectives, abort })));
    const lines = new ArtifactLines(said);
    const reader = new LoadArtifactReader("x", () => undefined);
    reader.line(lines.header().trimEnd());
    assert.throws(() => reader.end(), { code: "HP-READ-TRUNCATED" });
  });

  test("a closed part asks for no rate", () => {
    const phases = [phase({ kind: "closed", users: 3 }, 1000), phase({ kind: "constant", ratePerS: 1 }, 1000)];
    const { made, phases: told } = header({ phases });
    assert.equal(made?.target, null);
    assert.deepEqual(
      told.map(({ arrival }) => arrival),
      ["closed", "constant"],
    );
  });

  test("names each check once, by its endpoint", () => {
    const checks = [{ kind: "status", in: [[200, 200]] }] as const;
    const steps = [request({ checks }), request({ checks }), request({ endpoint: "other", checks })];
    const { made } = header({ flows: [{ name: "main", weight: 1, steps }] });
    assert.deepEqual(
      made?.checks.map((name) => name.split(":")[0]),
      ["home", "other"],
    );
  });

  test("windows are no finer than a report holds, the drain included", () => {
    assert.equal(header().made?.windowS, 1);
    assert.equal(header({ phases: [phase({ kind: "constant", ratePerS: 1 }, 86_400_000)] }).made?.windowS, 300);
  });
});

test("the digest of a plan changes with anything in it, and with nothing else", () => {
  const base = planDigest(plan());
  assert.equal(planDigest({ ...plan() }), base);
  const changes: readonly Partial<LoadPlan>[] = [{ seed: 2 }, { connections: 3 }, { url: "http://other.example" }];
  for (const change of changes) assert.notEqual(planDigest(plan(change)), base);
});

test("what is sent is the same wherever to and whatever is judged", () => {
  const base = sentDigest(plan());
  assert.equal(sentDigest(plan({ url: "http://other.example", objectives: [parseObjective("p99 < 1s")] })), base);
  assert.notEqual(sentDigest(plan({ seed: 2 })), base);
});
