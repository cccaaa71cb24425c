import assert from "node:assert/strict";
import { test } from "node:test";
import type { HoldpointError } from "@holdpoint/core";
import { readSoak } from "./read-soak.ts";

const GROUND = {
  text: (file: string): string => {
    throw new Error(`nothing reads ${file}`);
  },
};

const read = (text: string, iterations?: number): ReturnType<typeof readSoak> =>
  readSoak(new TextEncoder().encode(text), "soak.yaml", GROUND, iterations);

const SMALL = `version: 1
id: pool
target: { run: [./iterate] }
kpis:
  - { id: p95, select: { summary: p95 }, strict: "<= 300" }
`;

const TUNED = `${SMALL}parameters:
  - { path: pool.size, type: integer, min: 1, max: 10, step: 2, subsystem: rebid }
rules:
  - { id: slow, kpi: p95, when: "> 300", parameter: pool.size, delta: 1, expect: fall }
guards:
  latency: { kpi: p95, soft: 330, hard: 360 }
  velocity: { pool.size: 4 }
  freeze: { freezable: [rebid], never: [edge], min: 0s }
applier: { file: overrides.json }
`;

test("every default is filled in", () => {
  const plan = read(SMALL);
  assert.deepEqual(plan, {
    id: "pool",
    target: { kind: "command", run: ["./iterate"], timeoutMs: 600_000 },
    iterations: 9,
    phases: { warmUp: 1, rampDown: 0 },
    settleMs: 0,
    kpis: [
      {
        id: "p95",
        select: { from: "summary", path: "p95" },
        aggregate: "mean",
        window: 8,
        minSamples: 3,
        strict: { operator: "<=", value: 300 },
        soft: null,
        unit: null,
      },
    ],
    parameters: [],
    rules: [],
    guards: {
      debounce: { openMs: 2500, closeMs: 4000 },
      oscillation: { window: 6, signChanges: 2 },
      velocity: { perHour: {} },
      latency: null,
      freeze: { freezable: [], never: [], minMs: 3000 },
      steady: null,
    },
    applier: null,
    alongside: [],
    synthetic: false,
  });
});

test("what was written is what is planned", () => {
  const { guards, parameters, rules, applier } = read(TUNED);
  assert.deepEqual(guards.latency, { kpi: "p95", softMs: 330, hardMs: 360 });
  assert.deepEqual([guards.velocity.perHour, guards.freeze.minMs], [{ "pool.size": 4 }, 0]);
  assert.deepEqual([parameters[0]?.cooldown, rules[0]?.priority], [0, 0]);
  assert.deepEqual(rules[0]?.when, { operator: ">", value: 300 });
  assert.deepEqual(applier, { kind: "file", path: "overrides.json", reload: null });
});

test("iterations are the steady ones; warming up and ramping down come on top", () => {
  const phased = `${SMALL}iterations: 20\nphases: { warmUp: 3, rampDown: 2 }\n`;
  assert.deepEqual([read(phased).iterations, read(phased).phases], [25, { warmUp: 3, rampDown: 2 }]);
  assert.equal(read(`${SMALL}phases: { warmUp: 0 }\n`).iterations, 8);
});

test("the iterations of the command line come before the file's, and may be too few to judge anything", () => {
  assert.equal(read(`${SMALL}iterations: 20\n`, 3).iterations, 4);
  assert.equal(read(SMALL, 1).iterations, 2);
});

test("what a target changes by itself is a part of the plan, whatever its applier", () => {
  const applier = (text: string): readonly string[] => read(harm("{ file: overrides.json }", text)).alongside;
  assert.deepEqual(applier("{ file: a.json, alongside: [generation, meta.at] }"), ["generation", "meta.at"]);
  assert.deepEqual(applier("{ url: 'http://a/', alongside: [generation] }"), ["generation"]);
  assert.deepEqual(applier("{ read: [r], write: [w] }"), []);
});

test("a load is a target, with KPIs of its figures and of the target's metrics", () => {
  const plan = read(`version: 1
id: api
target:
  load: { url: "http://127.0.0.1:8080", phases: [{ name: steady, duration: 30s, rate: 100 }] }
  metrics: http://127.0.0.1:8080/metrics
kpis:
  - { id: p95, select: { load: response.p95 }, strict: "<= 300", soft: "<= 400", unit: ms, aggregate: max }
  - { id: errors, select: { prometheus: errors_total, labels: { code: "500" }, as: rate }, strict: "<= 0" }
  - { id: share, select: { share: { of: [a], rest: [b] } }, strict: ">= -1.5" }
applier: { url: "http://127.0.0.1:8080/v1/config", headers: { authorization: "Bearer \${env.TOKEN}" } }
`);
  assert.equal(plan.target.kind === "http" && plan.target.load.phases[0]?.durationMs, 30_000);
  assert.deepEqual(
    plan.kpis.map(({ select }) => select.from),
    ["load", "prometheus", "share"],
  );
  assert.equal(plan.kpis[2]?.strict.value, -1.5);
  assert.deepEqual(plan.applier, {
    kind: "http",
    url: "http://127.0.0.1:8080/v1/config",
    headers: [["authorization", "Bearer ${env.TOKEN}"]],
  });
});

const harm = (from: string, to: string): string => {
  assert.ok(TUNED.includes(from), from);
  return TUNED.replace(from, to);
};

const BAD: readonly (readonly [what: string, text: string, code: string, line: number | undefined, says: RegExp])[] = [
  ["no YAML", "a: [", "HP-CONFIG-SYNTAX", 1, /./],
  ["an unknown key", `${SMALL}iteratons: 3\n`, "HP-CONFIG-UNKNOWN-KEY", 6, /iterations/],
  ["no KPI", SMALL.replace(/kpis:\n.*\n/, "kpis: []\n"), "HP-CONFIG-VALUE", 4, /./],
  ["a bound that is none", harm('"<= 300"', '"< 300"'), "HP-CONFIG-VALUE", 5, /right form/],
  ["a rule for no KPI", harm("kpi: p95, when", "kpi: p59, when"), "HP-CONFIG-VALUE", 9, /no KPI 'p59'/],
  ["a rule beyond the step", harm("delta: 1", "delta: 3"), "HP-CONFIG-VALUE", 9, /more than the step/],
  ["a fraction of an integer", harm("step: 2", "step: 1.5"), "HP-CONFIG-VALUE", 7, /whole numbers/],
  ["soft above hard", harm("soft: 330", "soft: 370"), "HP-CONFIG-VALUE", 11, /370 ms must be below 360/],
  ["a limit of no parameter", harm("pool.size: 4", "pool.sise: 4"), "HP-CONFIG-VALUE", 12, /no parameter 'pool\.sise'/],
  ["a freeze of what never freezes", harm("[rebid]", "[edge]"), "HP-CONFIG-VALUE", 13, /never/],
  [
    "rules without a way",
    harm("applier: { file: overrides.json }\n", ""),
    "HP-CONFIG-VALUE",
    undefined,
    /no way to the target/,
  ],
  [
    "an applier of two kinds",
    harm("overrides.json }", "a.json, write: [w] }"),
    "HP-CONFIG-VALUE",
    14,
    /does not go with/,
  ],
  ["a reader without a writer", harm("file: overrides.json", "read: [r]"), "HP-CONFIG-VALUE", 14, /"write"/],
  ["a path that leads out", harm("file: overrides.json", "file: ../a.json"), "HP-CONFIG-VALUE", 14, /right form/],
  [
    "more than can be kept",
    `${SMALL}iterations: 9999\nphases: { warmUp: 8 }\n`,
    "HP-CONFIG-VALUE",
    7,
    /more than 10000/,
  ],
  ["fewer than a KPI wants", `${SMALL}iterations: 2\n`, "HP-CONFIG-VALUE", 5, /p95 wants 3 values, 2 steady/],
  [
    "a window that is too small",
    SMALL.replace("strict", "window: 2, minSamples: 3, strict"),
    "HP-CONFIG-VALUE",
    5,
    /never in a window/,
  ],
  [
    "bounds that point two ways",
    SMALL.replace('"<= 300"', '"<= 300", soft: ">= 1"'),
    "HP-CONFIG-VALUE",
    5,
    /another way/,
  ],
  ["two sources", SMALL.replace("summary: p95", "summary: p95, load: a"), "HP-CONFIG-VALUE", 5, /one source|no load/],
  [
    "figures of a load that there is none of",
    SMALL.replace("summary: p95", "load: p95"),
    "HP-CONFIG-VALUE",
    5,
    /no load/,
  ],
  [
    "metrics that there are none of",
    SMALL.replace("summary: p95", "prometheus: up"),
    "HP-CONFIG-VALUE",
    5,
    /no "metrics"/,
  ],
  [
    "pairs that are none",
    SMALL.replace("summary: p95", "share: { of: [a, b], rest: [c] }"),
    "HP-CONFIG-VALUE",
    5,
    /pairs/,
  ],
  ["labels of nothing", SMALL.replace("summary: p95", "summary: p95, as: rate"), "HP-CONFIG-VALUE", 5, /belong to/],
  ["two targets", SMALL.replace("[./iterate]", "[a], load: { phases: [] }"), "HP-CONFIG-VALUE", 3, /./],
  [
    "a load without a URL",
    SMALL.replace("run: [./iterate]", "load: { phases: [{ name: a, duration: 1s, rate: 1 }] }"),
    "HP-CONFIG-VALUE",
    3,
    /"url"/,
  ],
  [
    "a timeout of a load",
    SMALL.replace("run: [./iterate]", "timeout: 1s, load: { url: http://a, phases: [] }"),
    "HP-CONFIG-VALUE",
    3,
    /./,
  ],
];

for (const [what, text, code, line, says] of BAD) {
  test(`${what} is refused with its place`, () => {
    assert.throws(
      () => read(text),
      (error: HoldpointError) => {
        assert.equal(error.code, code, error.message);
        assert.match(error.message, says);
        assert.equal(error.place.file, "soak.yaml");
        if (line !== undefined) assert.equal(error.place.line, line, error.message);
        return true;
      },
    );
  });
}

test("what is no UTF-8 is no plan", () => {
  const bytes = Uint8Array.from([0xff, 0xfe]);
  assert.throws(() => readSoak(bytes, "soak.yaml", GROUND), { code: "HP-CONFIG-SYNTAX" });
});
