import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collector, Gate } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { latestRun } from "./io/run-directory.ts";
import type { RunOptions } from "./options.ts";
import { runRelease } from "./release.ts";
import { profileOf } from "./testing.ts";
import { CHECK, collectorOf, GATE, optionsFor, resultsOf, withGates } from "./testing-run.ts";

const collecting = (collect: Collector["collect"]): readonly Collector[] => [{ ...collectorOf(0), collect }];

function withProfile(options: RunOptions, patch: Parameters<typeof profileOf>[0]): RunOptions {
  return { ...options, config: { ...options.config, profiles: { release: profileOf(patch) } } };
}

/** Every way that we know of to promote without evidence, with the reason for which it must hold. */
const WAYS: readonly (readonly [string, (sound: RunOptions) => RunOptions, string])[] = [
  ["an empty profile", (sound) => withGates(sound, []), "verdict fail no-blocking-gate"],
  ["a gate without checks", (sound) => withGates(sound, [{ ...GATE, checks: [] }]), "tests missing gate-empty"],
  ["only advisory gates", (sound) => withGates(sound, [GATE], false), "verdict fail no-blocking-gate"],
  [
    "a gate that does not exist",
    (sound) => ({ ...withGates(sound, [GATE, { ...GATE, id: "gone" }]), gates: [GATE] }),
    "gone fail gate-unknown",
  ],
  ["no gates at all", (sound) => ({ ...sound, gates: [] }), "tests fail required-gate-missing"],
  [
    "a check that needs nothing",
    (sound) => withGates(sound, [{ ...GATE, checks: [{ ...CHECK, definition: { ...CHECK.definition, needs: [] } }] }]),
    "tests missing evidence-missing",
  ],
  [
    "a check that throws",
    (sound) =>
      withGates(sound, [
        {
          ...GATE,
          checks: [
            {
              ...CHECK,
              judge: () => {
                throw new Error("no");
              },
            },
          ],
        },
      ]),
    "tests error check-threw",
  ],
  [
    "a parameter that no check has",
    (sound) =>
      withProfile(sound, { gates: [{ id: "tests", blocking: true, checks: { "none-failed": { maximum: 9 } } }] }),
    "tests error parameter-unknown",
  ],
  [
    "a section that nothing covers",
    (sound) => withProfile(sound, { gates: [{ id: "tests", blocking: true, checks: {} }], requireSections: ["K"] }),
    "verdict fail required-section-uncovered",
  ],
  ["no collector", (sound) => ({ ...sound, collectors: [] }), "tests missing HP-RUN-NO-COLLECTOR"],
  [
    "a collector that finds nothing",
    (sound) => ({ ...sound, collectors: collecting(async () => []) }),
    "tests missing evidence-missing",
  ],
  [
    "a collector of other evidence than it says",
    (sound) => ({
      ...sound,
      collectors: collecting(async ({ nowMs }) => [
        resultsOf(0, nowMs()),
        resultsOf(0, nowMs(), { kind: "rejudgement" }),
      ]),
    }),
    "tests error HP-RUN-COLLECTOR-CRASHED",
  ],
  [
    "made-up evidence",
    (sound) => ({
      ...sound,
      collectors: collecting(async ({ nowMs }) => [resultsOf(0, nowMs(), { provenance: "synthetic" })]),
    }),
    "tests missing evidence-synthetic",
  ],
  [
    "evidence of nothing",
    (sound) => ({ ...sound, collectors: collecting(async ({ nowMs }) => [resultsOf(0, nowMs(), { samples: 0 })]) }),
    "tests missing evidence-empty",
  ],
  [
    "old evidence",
    (sound) => ({ ...sound, collectors: collecting(async ({ nowMs }) => [resultsOf(0, nowMs() - 3_700_000)]) }),
    "tests stale evidence-stale",
  ],
  [
    "a time that is none",
    (sound) => ({ ...sound, collectors: collecting(async () => [resultsOf(0, Number.NaN)]) }),
    "tests error HP-RUN-COLLECTOR-CRASHED",
  ],
  [
    "one good piece beside a bad one",
    (sound) => ({
      ...sound,
      collectors: collecting(async ({ nowMs }) => [resultsOf(0, nowMs()), resultsOf(1, nowMs())]),
    }),
    "tests fail some-failed",
  ],
  [
    "a pin that is not there",
    (sound) => {
      const checks = [{ ...CHECK, definition: { ...CHECK.definition, baseline: "required" as const } }];
      const gates: Gate[] = [{ ...GATE, checks }];
      const profile = { gates: [{ id: "tests", blocking: true, checks: {} }], baseline: "pinned:gone" as const };
      return { ...withProfile(sound, profile), gates };
    },
    "tests missing baseline-missing",
  ],
];

test("the options from which every way starts are promoted", async (t) => {
  const { judgement } = await runRelease(optionsFor(scratch(t), 0));
  assert.equal(judgement.verdict, "PROMOTE");
});

for (const [way, harm, expected] of WAYS) {
  test(`${way} holds`, async (t) => {
    const root = scratch(t);
    const { judgement, runDirectory } = await runRelease(harm(optionsFor(root, 0)));
    assert.equal(judgement.verdict, "HOLD");
    const reasons = judgement.holdReasons.map(({ gate, outcome, code }) => `${gate} ${outcome} ${code}`);
    assert.ok(reasons.includes(expected), reasons.join("; "));
    assert.equal(latestRun(root), runDirectory);
  });
}

test("a gate that the profile has twice, and a profile that only every object has, are refused", async (t) => {
  const root = scratch(t);
  await assert.rejects(runRelease(withGates(optionsFor(root, 0), [GATE, GATE])), { code: "HP-CONFIG-REFERENCE" });
  await assert.rejects(runRelease({ ...optionsFor(root, 0), profile: "__proto__" }), { code: "HP-CONFIG-REFERENCE" });
  assert.deepEqual(readdirSync(root), [], "nothing was begun");
});

test("asking for no gate by name is asking for some, and never promotes", async (t) => {
  const { judgement } = await runRelease({ ...optionsFor(scratch(t), 0), only: [] });
  assert.deepEqual(
    judgement.holdReasons.map(({ code }) => code),
    ["partial-run"],
  );
});

test("a check that changes its mind gives no verdict", async (t) => {
  const root = scratch(t);
  let asked = 0;
  const fickle = {
    ...CHECK,
    judge: (input: Parameters<typeof CHECK.judge>[0]) => {
      asked += 1;
      const found = CHECK.judge(input);
      return asked === 1 ? { ...found, outcome: "fail" as const, code: "some-failed" } : found;
    },
  };
  await assert.rejects(runRelease(withGates(optionsFor(root, 0), [{ ...GATE, checks: [fickle] }])), {
    name: "TypeError",
    message: /judged the same evidence twice/,
  });
  assert.equal(asked, 2);
  assert.equal(latestRun(root), null);
  const [run = ""] = readdirSync(join(root, ".holdpoint", "runs"));
  assert.equal(readdirSync(join(root, ".holdpoint", "runs", run)).includes("verdict.dsse.json"), false);
});
