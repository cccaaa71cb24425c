import assert from "node:assert/strict";
import { test } from "node:test";
import type { HoldpointError } from "@holdpoint/core";
import { readSoak } from "./read-soak.ts";

const GROUND = {
  text: (file: string): string => {
    throw new Error(`nothing reads ${file}`);
  },
};

const PLAN = `version: 1
id: pool
target:
  run: [./iterate]
  timeout: 30s
phases:
  warmUp: 1
  rampDown: 1
kpis:
  - id: p95
    select: { summary: p95 }
    window: 4
    minSamples: 2
    strict: "<= 300"
    soft: "<= 400"
  - id: ratio
    select:
      share: { of: [maker], rest: [taker] }
    strict: ">= 0.83"
parameters:
  - path: pool.size
    type: integer
    min: 1
    max: 10
    step: 2
    subsystem: rebid
rules:
  - id: slow
    kpi: p95
    when: "> 300"
    parameter: pool.size
    delta: 1
    expect: fall
guards:
  velocity:
    pool.size: 4
  latency:
    kpi: p95
    soft: 330
    hard: 360
  freeze:
    freezable: [rebid]
    never: [edge]
    min: 3s
applier:
  file: overrides.json
`;

function trouble(text: string): HoldpointError {
  let caught: HoldpointError | null = null;
  assert.throws(
    () => readSoak(new TextEncoder().encode(text), "dir/soak.yaml", GROUND),
    (error: HoldpointError) => {
      caught = error;
      return true;
    },
  );
  assert.ok(caught !== null);
  return caught;
}

test("the plan that is harmed below is one that is taken", () => {
  const plan = readSoak(new TextEncoder().encode(PLAN), "dir/soak.yaml", GROUND);
  assert.deepEqual([plan.kpis.length, plan.rules.length, plan.guards.latency?.hardMs], [2, 1, 360]);
});

/** What is changed; the key or value that the place has to point at is marked with «». */
const HARMS: readonly (readonly [from: string, to: string, says: RegExp])[] = [
  ["version: 1", "version: «2»", /./],
  ["id: pool", "id: «Pool_1»", /right form/],
  ["timeout: 30s", "timeout: «30»", /./],
  ["timeout: 30s", "«metrics»: http://a/m", /without "load"/],
  ["timeout: 30s", '«load»: { url: "http://a", phases: [{ name: a, duration: 1s, rate: 1 }] }', /cannot both/],
  ["warmUp: 1", "warmUp: «-1»", /./],
  ["warmUp: 1", "warmUp: «1.5»", /./],
  ["rampDown: 1", "«ramp»: 1", /./],
  ["window: 4", "window: «0»", /./],
  ["minSamples: 2", "minSamples: «5»", /never in a window of 4/],
  ['strict: "<= 300"', "strict: «300»", /./],
  ['strict: "<= 300"', 'strict: «"<= three"»', /right form/],
  ['soft: "<= 400"', 'soft: «">= 400"»', /points another way/],
  ["id: ratio", "id: «p95»", /twice/],
  ["share: { of: [maker], rest: [taker] }", "share: «{ of: [maker, b], rest: [taker] }»", /same length/],
  ["share: { of: [maker], rest: [taker] }", "load: «response.p95»", /no load/],
  ["share: { of: [maker], rest: [taker] }", "prometheus: «up»", /no "metrics"/],
  ["path: pool.size", "path: «pool..size»", /./],
  ["path: pool.size", "path: «pool.__proto__»", /no dotted path/],
  ["max: 10", "max: «0»", /no range/],
  ["step: 2", "step: «0»", /./],
  ["type: integer", "type: «boolean»", /truth value/],
  ["kpi: p95\n    when", "kpi: «p59»\n    when", /no KPI 'p59'/],
  ['when: "> 300"', 'when: «">= 300"»', /right form/],
  ["parameter: pool.size", "parameter: «pool.sise»", /no parameter 'pool\.sise'/],
  ["delta: 1", "delta: «3»", /more than the step/],
  ["delta: 1", "delta: «0»", /changes nothing/],
  ["delta: 1", "delta: «0.5»", /no change of an integer/],
  ["expect: fall", "expect: «drop»", /./],
  ["kpi: p95\n    soft", "kpi: «p99»\n    soft", /no KPI 'p99'/],
  ["hard: 360", "hard: «330»", /must be below 330/],
  ["pool.size: 4", "pool.sise: «4»", /no parameter 'pool\.sise'/],
  ["pool.size: 4", "pool.size: «-4»", /./],
  ["freezable: [rebid]", "freezable: «[edge]»", /never to be frozen/],
  ["min: 3s", "min: «3 s»", /./],
  ["file: overrides.json", "file: «/overrides.json»", /right form/],
  ["file: overrides.json", "file: overrides.json\n  «headers»: { a: b }", /does not go with "file"/],
];

for (const [from, to, says] of HARMS) {
  test(`the place of ${to.replaceAll("\n", "⏎")} is line and column of what is wrong`, () => {
    assert.ok(PLAN.includes(from), from);
    const marked = PLAN.replace(from, () => to);
    const text = marked.replaceAll(/[«»]/g, "");
    const before = marked.slice(0, marked.indexOf("«"));
    const { code, message, place } = trouble(text);
    assert.match(code, /^HP-CONFIG-(VALUE|UNKNOWN-KEY)$/);
    assert.match(message, says);
    assert.deepEqual(
      [place.file, place.line, place.column],
      ["dir/soak.yaml", before.split("\n").length, before.length - before.lastIndexOf("\n")],
      message,
    );
  });
}

test("of several troubles the first is told, and how many are below it", () => {
  const harms = [
    ["minSamples: 2", "minSamples: 5"],
    ["delta: 1", "delta: 3"],
    ["hard: 360", "hard: 1"],
  ] as const;
  const text = harms.reduce((so, [from, to]) => so.replace(from, to), PLAN);
  const { message, place } = trouble(text);
  assert.match(message, /never in a window of 4 \(and 2 more problems below\)$/);
  assert.equal(place.line, 13);
});

test("a key that is there twice, an alias bomb and a tab are told as syntax", () => {
  for (const text of [`${PLAN}id: again\n`, "a: [", "version: 1\n\tid: x\n"]) {
    const { code, place } = trouble(text);
    assert.match(code, /^HP-CONFIG-/);
    assert.equal(place.file, "dir/soak.yaml");
    assert.ok((place.line ?? 0) >= 1);
  }
});

test("a plan of nothing, a list, and a text are no plans", () => {
  for (const text of ["", "# nothing\n", "[]\n", "soak\n", "null\n"]) assert.match(trouble(text).code, /^HP-CONFIG-/);
});
