import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judgeGates, sceneEvidence } from "@holdpoint/core";
import { gateArtifactName } from "./gate-artifact.ts";
import { resolvePolicy } from "./plan/policy.ts";
import { runId } from "./plan/run-id.ts";
import { CANDIDATE, configOf, profileOf } from "./testing.ts";
import { GATE } from "./testing-run.ts";

const profile = profileOf({ gates: [{ id: "tests", blocking: true, checks: {} }] });
const [gate] = judgeGates([GATE], {
  policy: resolvePolicy(configOf({ profiles: { release: profile } }), "release", []),
  candidate: CANDIDATE,
  run: "r",
  nowMs: 0,
  baseline: null,
  waivers: [],
  evidence: sceneEvidence({ bodies: { "test-results": [{ failed: 0 }] } }),
});

test("a name is the gate, the instant and the run, and can be told apart again", () => {
  assert.ok(gate);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.uint8Array({ minLength: 6, maxLength: 6 }),
      fc.constantFrom("tests", "automation-coverage", "a-1"),
      (atMs, random, id) => {
        const run = runId(atMs, random);
        const name = gateArtifactName({ run, judgedAt: new Date(atMs).toISOString(), gate: { ...gate, id } });
        const parts = /^([a-z0-9-]+?)-(\d+)-(\d{8}T\d{9}Z-[0-9a-f]{12})\.json$/.exec(name);
        assert.deepEqual(parts?.slice(1), [id, String(atMs), run]);
      },
    ),
    { numRuns: 200 },
  );
});
