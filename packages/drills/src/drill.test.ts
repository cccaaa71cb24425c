import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectContext } from "@holdpoint/core";
import { SCENE_CANDIDATE } from "@holdpoint/core";
import type { DrillStep } from "./drill.ts";
import { drillOf, stepsDigest } from "./drill.ts";

function collecting(): CollectContext {
  let nowMs = 1000;
  return {
    root: "/r",
    candidate: SCENE_CANDIDATE,
    config: { command: ["x"] },
    base: null,
    carried: {},
    nowMs: () => (nowMs += 5),
    signal: new AbortController().signal,
  };
}

const step: DrillStep = { atMs: 7, what: "GET /livez", text: "200" };

test("a drill is a collector whose evidence is measured and bound to what was done", async () => {
  const drill = drillOf({
    kind: "breakers",
    version: "3",
    title: "A drill of nothing",
    run: async ({ record, config, root }) => {
      record(step);
      return { samples: 4, body: { config, root } };
    },
  });
  assert.deepEqual(await drill.collect(collecting()), [
    {
      kind: "breakers",
      provenance: "measured",
      producer: { name: "holdpoint-drill-breakers", version: "3" },
      startedAtMs: 1005,
      finishedAtMs: 1010,
      samples: 4,
      inputs: [{ name: "steps of breakers", sha256: stepsDigest([step]) }],
      body: { config: { command: ["x"] }, root: "/r" },
    },
  ]);
});

test("what was done otherwise, or in another order, has another digest", () => {
  const other = { ...step, text: "503" };
  const digests = [[], [step], [other], [step, other], [other, step]].map(stepsDigest);
  assert.equal(new Set(digests).size, digests.length);
  assert.equal(stepsDigest([step]), stepsDigest([{ ...step }]));
});

test("a drill that throws has no evidence", async () => {
  const drill = drillOf({
    kind: "k",
    version: "1",
    title: "A broken drill",
    run: () => Promise.reject(new Error("no")),
  });
  await assert.rejects(drill.collect(collecting()), /^Error: no$/);
});

test("a drill that has lost its way is stopped", async () => {
  const run = async ({ record }: { readonly record: (one: DrillStep) => void }): Promise<never> => {
    for (;;) record(step);
  };
  const drill = drillOf({ kind: "k", version: "1", title: "An endless drill", run });
  await assert.rejects(drill.collect(collecting()), /takes more than 100000 steps/);
});
