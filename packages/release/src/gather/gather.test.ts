import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectionFailure, Collector, Gate, StoredEvidence, SuiteRunBody } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { GatherOptions } from "./gather.ts";
import { resolvePolicy } from "../plan/policy.ts";
import { collectTerms, configOf, profileOf, suiteOf } from "../testing.ts";
import { gather } from "./gather.ts";

const collector: Collector = {
  kind: "test-results",
  part: "suites",
  version: "1",
  collect: async ({ config }) => [
    {
      kind: "test-results",
      provenance: "imported",
      producer: { name: "p", version: "1" },
      startedAtMs: 1,
      finishedAtMs: 2,
      samples: 1,
      inputs: [],
      body: config,
    },
  ],
};
const gates = [
  {
    id: "tests",
    phase: "candidate",
    checks: [{ definition: { needs: ["suite-run", "test-results"] } }],
  },
] as unknown as Gate[];

async function gathered(root: string, suites: ReturnType<typeof suiteOf>[]): Promise<StoredEvidence[]> {
  const profile = profileOf({ gates: [{ id: "tests", blocking: true, checks: {} }] });
  const config = configOf({ suites, profiles: { release: profile } });
  const options = {
    config,
    gates,
    collectors: [collector],
    evidence: "existing" as const,
    environment: {},
  } satisfies GatherOptions;
  return gather(resolvePolicy(config, "release", []), options, collectTerms(root, { config }));
}

function bodyOf<Body>(stored: StoredEvidence | undefined): Body {
  assert.ok(stored);
  return stored.evidence.body as Body;
}

test("suites that are not judged are neither run nor collected", async (t) => {
  const all = await gathered(scratch(t), [suiteOf(), suiteOf({ id: "kill", judged: false })]);
  assert.deepEqual(
    all.map(({ evidence }) => evidence.kind),
    ["suite-run", "test-results"],
  );
  assert.equal(bodyOf<SuiteRunBody>(all[0]).suite, "unit");
  assert.deepEqual(
    bodyOf<{ suites: { id: string }[] }>(all[1]).suites.map(({ id }) => id),
    ["unit"],
  );
});

test("reports that nobody ran are said to be imported", async (t) => {
  const [run] = await gathered(scratch(t), [suiteOf({ run: ["false"] })]);
  assert.deepEqual(bodyOf<SuiteRunBody>(run).argv, []);
});

test("without any judged suite the suite runs are missing, not absent", async (t) => {
  const [none] = await gathered(scratch(t), []);
  assert.equal(bodyOf<CollectionFailure>(none).of, "suite-run");
  assert.equal(bodyOf<CollectionFailure>(none).outcome, "missing");
});
