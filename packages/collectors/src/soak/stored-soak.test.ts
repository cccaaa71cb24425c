import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "@holdpoint/core";
import { manifestIn, soakFaults } from "./stored-soak.ts";
import { RUN, storedTexts } from "./testing-stored.ts";

const SHA = "a".repeat(64);
const FILE = { path: "run.json", sha256: SHA, sizeBytes: 1 };
const manifest = (change: JsonObject): Json => ({
  schema: "holdpoint/soak-manifest/v1",
  run: RUN,
  files: [FILE],
  ...change,
});

/** Faults of a run in which one file was changed. */
function faults(file: string, change: (value: JsonObject) => Json | undefined): readonly string[] {
  const texts = storedTexts();
  const changed = change(texts[file] as JsonObject);
  if (changed === undefined) delete texts[file];
  else texts[file] = changed;
  return soakFaults(RUN, { run: RUN }, new Map(Object.entries(texts))).map((fault) => `${fault.file}: ${fault.text}`);
}

test("a run that tells the same everywhere has no fault", () => {
  assert.deepEqual(soakFaults(RUN, { run: RUN }, new Map(Object.entries(storedTexts()))), []);
});

function inPlan(key: string, value: Json): (run: JsonObject) => Json {
  return (run) => ({ ...run, plan: { ...(run["plan"] as JsonObject), [key]: value } });
}

function inFirst(changes: JsonObject): (body: JsonObject) => Json {
  return (body) => {
    const [first, ...rest] = body["iterations"] as JsonObject[];
    return { ...body, iterations: [{ ...first, ...changes }, ...rest] };
  };
}

const HARMS: readonly (readonly [file: string, change: (value: JsonObject) => Json | undefined, fault: RegExp])[] = [
  ["run.json", () => undefined, /the run's record is not there/],
  ["soak.json", () => ({ schema: "holdpoint/load/v1" }), /figures are not there, or are none/],
  ["run.json", (run) => ({ ...run, run: "RUN_2" }), /not the one of RUN_1700000000000/],
  ["run.json", (run) => ({ ...run, candidate: {} }), /the record is not whole/],
  ["run.json", (run) => ({ ...run, startedAtMs: "now" }), /the record is not whole/],
  ["run.json", (run) => ({ ...run, plan: { ...(run["plan"] as JsonObject), iterations: 3 } }), /not those of the plan/],
  ["soak.json", (body) => ({ ...body, run: "RUN_2" }), /the figures are those of "RUN_2"/],
  ["soak.json", (body) => ({ ...body, synthetic: true }), /name another plan/],
  ["soak.json", (body) => ({ ...body, planned: 1 }), /name another plan/],
  ["soak.json", (body) => ({ ...body, terms: { kpis: [] } }), /the terms are not those of the plan/],
  ["soak.json", (body) => ({ ...body, iterations: {} }), /\/iterations: must be an array/],
  [
    "soak.json",
    (body) => ({ ...body, iterations: (body["iterations"] as Json[]).slice(1) }),
    /6 iterations were stored, 5/,
  ],
  ["ITER_SUMMARY_2.json", () => undefined, /ITER_SUMMARY_2\.json: an iteration of the run is not there/],
  ["ITER_SUMMARY_1.json", (one) => ({ ...one, values: { p95: 1 } }), /not the one in soak\.json/],
  ["run.json", inPlan("guards", {}), /run\.json: \/plan\/guards\/debounce: must be an object/],
  ["run.json", inPlan("rules", [{ id: "slow" }]), /\/plan\/rules\/0\/kpi: must be a string/],
  ["run.json", inPlan("kpis", [null]), /\/plan\/kpis\/0: must be an object/],
  ["run.json", inPlan("surplus", 1), /\/plan\/surplus: is no member of it/],
  ["soak.json", inFirst({ values: { p95: "600" } }), /\/iterations\/0\/values\/p95: must be a number/],
  ["soak.json", inFirst({ startedAtMs: null }), /\/iterations\/0\/startedAtMs: must be a number/],
  ["soak.json", inFirst({ tuning: {} }), /\/iterations\/0\/tuning\/enabled: must be true or false/],
  ["soak.json", inFirst({ summary: [] }), /\/iterations\/0\/summary: must be an object/],
  ["soak.json", (body) => ({ ...body, kpis: { strict: [{}], soft: [] } }), /\/kpis\/strict\/0\/id: must be a string/],
  ["soak.json", (body) => ({ ...body, deltas: { proposed: -1 } }), /\/deltas\/proposed: must be a count/],
  ["soak.json", (body) => ({ ...body, tuningEnabled: "yes" }), /\/tuningEnabled: must be true or false/],
  ["soak.json", (body) => ({ ...body, aborted: 1 }), /\/aborted: must be a string/],
];

for (const [index, [file, change, fault]] of HARMS.entries()) {
  test(`harm ${index}: ${file} that was changed is told: ${fault.source}`, () => {
    assert.ok(
      faults(file, change).some((text) => fault.test(text)),
      faults(file, change).join("\n"),
    );
  });
}

test("a manifest of another run is none of this one", () => {
  const told = soakFaults(RUN, { run: "RUN_3" }, new Map(Object.entries(storedTexts())));
  assert.deepEqual(told, [{ file: "manifest.json", text: "the manifest is the one of RUN_3" }]);
});

test("a manifest is read, or it is told what it lacks", () => {
  assert.equal(typeof manifestIn(manifest({})), "object");
  const wrong: readonly Json[] = [
    null,
    [],
    manifest({ schema: "x" }),
    manifest({ run: 1 }),
    manifest({ files: {} }),
    manifest({ files: Array.from({ length: 40_001 }, () => FILE) }),
    ...["../run.json", "/etc/passwd", "a/../../b", "", "a\\b", "./a"].map((path) =>
      manifest({ files: [{ ...FILE, path }] }),
    ),
    manifest({ files: [{ ...FILE, sha256: "abc" }] }),
    manifest({ files: [{ ...FILE, sizeBytes: 1.5 }] }),
  ];
  for (const value of wrong) assert.equal(typeof manifestIn(value), "string", JSON.stringify(value)?.slice(0, 80));
});
