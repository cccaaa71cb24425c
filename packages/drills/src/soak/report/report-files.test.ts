import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { SoakPlan } from "@holdpoint/core";
import type { FakeTerms } from "../testing-soak.ts";
import { reportInput } from "../testing-soak.ts";
import { ruleOf } from "@holdpoint/testkit";
import type { SoakFailures } from "./failures.ts";
import type { SoakRecommendations } from "./recommendations.ts";
import { figure, markdownTable } from "./markdown.ts";
import { reportFiles } from "./report-files.ts";

type Told = ReadonlyMap<string, string>;

async function reports(changes: Partial<SoakPlan> = {}, terms: FakeTerms = {}): Promise<Told> {
  return new Map(reportFiles(await reportInput(changes, terms)));
}

const read = <T>(told: Told, name: string): T => JSON.parse(told.get(name) ?? "") as T;
const kinds = (told: Told): string[] => read<SoakFailures>(told, "FAILURES.json").failures.map(({ kind }) => kind);
const advice = (told: Told): SoakRecommendations["recommendations"] =>
  read<SoakRecommendations>(told, "RECOMMENDATIONS.json").recommendations;

const SCHEMAS: Readonly<Record<string, string>> = {
  "SNAPSHOT.json": "soak-snapshot",
  "AUDIT.json": "soak-audit",
  "RECOMMENDATIONS.json": "soak-recommendations",
  "FAILURES.json": "soak-failures",
  "TUNING_REPORT.json": "soak-tuning",
  "DELTA_VERIFY_REPORT.json": "soak-deltas",
};

function problemsOf(schema: string, text: string): unknown {
  const file = fileURLToPath(import.meta.resolve(`@holdpoint/core/schemas/${schema}.v1.json`));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(file, "utf8")));
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

const CLAMP = { store: (wanted: unknown) => Math.min(3, Number(wanted)) };
const SCENES: Readonly<Record<string, readonly [Partial<SoakPlan>, FakeTerms]>> = {
  sound: [{}, {}],
  untuned: [{}, { ports: { tune: false } }],
  dead: [{}, { knob: "dead" }],
  inverted: [{}, { knob: "inverted" }],
  clamped: [{}, CLAMP],
  gap: [{}, { measured: { 6: { summary: null, problem: { code: "HP-SOAK-TIMEOUT", text: "a | b\nc" } } } }],
  nothing: [{}, { ports: { signal: AbortSignal.abort() } }],
};

for (const [name, [changes, terms]] of Object.entries(SCENES)) {
  test(`the reports of a ${name} soak are what their schemas say, and the same bytes again`, async () => {
    const input = await reportInput(changes, terms);
    const told = reportFiles(input);
    for (const [file, text] of told) {
      const schema = SCHEMAS[file];
      if (schema !== undefined) assert.deepEqual(problemsOf(schema, text), [], file);
      assert.ok(text.endsWith("\n"));
    }
    assert.equal(told.filter(([file]) => SCHEMAS[file] !== undefined).length, 6);
    assert.deepEqual(reportFiles(JSON.parse(JSON.stringify(input)) as typeof input), told);
  });
}

test("a soak that holds has no failures and recommends what it was tuned to", async () => {
  const told = await reports();
  assert.deepEqual(kinds(told), []);
  assert.deepEqual(
    advice(told).map(({ priority, text }) => [priority, text]),
    [["keep", "Set pool.size to 4."]],
  );
  assert.match(told.get("FAILURES.md") ?? "", /There are none\./);
  assert.match(told.get("SNAPSHOT.md") ?? "", /Strict: \*\*pass\*\*/);
  assert.match(told.get("AUDIT.md") ?? "", /pool\.size 2 → 3/);
});

test("a knob that does nothing, one that does the opposite and one that is clamped are each told", async () => {
  const dead = await reports({}, { knob: "dead" });
  assert.ok(kinds(dead).includes("no-effect"));
  assert.ok(advice(dead).some(({ about, text }) => about === "pool.size" && /reads it at all/.test(text)));
  const inverted = await reports({}, { knob: "inverted" });
  assert.ok(kinds(inverted).includes("opposite-effect"));
  assert.ok(advice(inverted).some(({ text }) => /has the sign/.test(text)));
  const clamped = await reports({}, CLAMP);
  assert.ok(kinds(clamped).includes("delta-not-applied"));
  assert.ok(kinds(clamped).includes("parameter-stuck"));
  assert.match(clamped.get("AUDIT.md") ?? "", /ignored, is 3/);
});

test("a target that takes only a part of a change has bounds that the plan should have", async () => {
  const told = await reports({ rules: [ruleOf({ delta: 2 })] }, CLAMP);
  const found = advice(told).find(({ text }) => text === "Give pool.size the bounds that the target has.");
  assert.equal(found?.because, "4 became 3");
});

test("a gap is told with its iteration, and its text cannot break a table", async () => {
  const [changes, terms] = SCENES["gap"] ?? [{}, {}];
  const told = await reports(changes, terms);
  assert.deepEqual(kinds(told), ["kpi-inconclusive", "kpi-inconclusive", "iteration-failed"]);
  assert.match(told.get("AUDIT.md") ?? "", /HP-SOAK-TIMEOUT: a \\\| b c \|/);
  assert.ok(advice(told).some(({ because }) => /iterations 6 \(HP-SOAK-TIMEOUT\)/.test(because)));
});

test("without tuning the advice is to tune; with a run that was cut short, to let it run", async () => {
  const untuned = await reports({}, { ports: { tune: false } });
  assert.ok(advice(untuned).some(({ text }) => /--auto-tune/.test(text)));
  const nothing = await reports({}, { ports: { signal: AbortSignal.abort() } });
  assert.ok(kinds(nothing).includes("cut-short"));
  assert.ok(!kinds(nothing).includes("replay-differs"), "nothing was decided");
  assert.equal(advice(nothing)[0]?.about, "run");
});

test("a synthetic soak says so on every page", async () => {
  const told = await reports({ synthetic: true });
  for (const [name, text] of told) if (name.endsWith(".md")) assert.match(text, /\*\*Synthetic\*\*/, name);
});

test("a gap is a word and a table without rows a sentence", () => {
  assert.deepEqual(
    [figure(null), figure(undefined), figure(0), figure(1 / 3, "ms")],
    ["gap", "gap", "0", "0.333333 ms"],
  );
  assert.deepEqual(markdownTable(["a"], [], "None."), ["None."]);
  assert.deepEqual(markdownTable(["a"], [["x|y\\"]], ""), ["| a |", "|---|", "| x\\|y\\\\ |"]);
});
