import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadConfig, LoadPlan } from "@holdpoint/core";
import { normalLoads, OWN_GATEWAY_URL } from "./normal-loads.ts";
import type { RawLoadConfig } from "./raw-config.ts";
import type { Trouble } from "./trouble.ts";

const GROUND = { text: () => "" };
const PLAN = { phases: [{ name: "steady", rate: 10, duration: "1s" }] };
const URL = "http://127.0.0.1:8080";

function sound(raw: RawLoadConfig): LoadConfig["from"] {
  const [load] = normalLoads([raw], GROUND) as LoadConfig[];
  assert.ok(load !== undefined && "from" in load, JSON.stringify(load));
  return load.from;
}

function refused(raw: RawLoadConfig): Trouble {
  const [trouble, ...more] = normalLoads([raw], GROUND) as Trouble[];
  assert.ok(trouble !== undefined && "code" in trouble && more.length === 0, JSON.stringify([trouble, ...more]));
  return trouble;
}

describe("loads of the configuration", () => {
  test("files are told from a load that the run makes", () => {
    const nothing = { objectives: [], made: { url: null, model: null, ratePerS: null } };
    assert.deepEqual(sound({ id: "k6", files: ["k6.json"] }), { kind: "files", files: ["k6.json"], ...nothing });
  });

  test("what files are held to, and what they leave open, is said beside them", () => {
    const from = sound({
      id: "k6",
      files: ["k"],
      objectives: ["99% ok", "p99 < 1s"],
      url: URL,
      model: "open",
      rate: 5,
    });
    assert.ok(from.kind === "files");
    assert.deepEqual(from.made, { url: URL, model: "open", ratePerS: 5 });
    assert.deepEqual(
      from.objectives.map(({ id }) => id),
      ["99-ok", "p99-1s"],
    );
  });

  test("every default is filled in", () => {
    const { plan, ...from } = sound({ id: "a", plan: { ...PLAN, url: URL } }) as { plan: LoadPlan; kind: string };
    assert.equal(plan.url, URL);
    assert.deepEqual(from, {
      kind: "run",
      start: null,
      readyUrl: null,
      readyTimeoutMs: 30_000,
      metricsPath: null,
      metricsWanted: [],
      resourcesEveryMs: null,
    });
  });

  test("what was said stays", () => {
    const { plan: _, ...from } = sound({
      id: "a",
      plan: { ...PLAN, url: URL },
      start: ["node", "server.js"],
      ready: `${URL}/health`,
      readyTimeout: "5s",
      metrics: "/metrics",
      wanted: ["up"],
      resources: "250ms",
    }) as { plan: LoadPlan };
    assert.deepEqual(from, {
      kind: "run",
      start: ["node", "server.js"],
      readyUrl: `${URL}/health`,
      readyTimeoutMs: 5000,
      metricsPath: "/metrics",
      metricsWanted: ["up"],
      resourcesEveryMs: 250,
    });
  });

  test("a gateway of our own has its URL later", () => {
    const from = sound({ id: "gateway", start: "gateway", plan: PLAN }) as { plan: LoadPlan };
    assert.equal(from.plan.url, OWN_GATEWAY_URL);
  });
});

const REFUSED: readonly (readonly [raw: RawLoadConfig, key: string, text: RegExp])[] = [
  [{ id: "a", files: ["x"], start: "gateway" }, "start", /"start" has no meaning without "plan"/],
  [{ id: "a", files: ["x"], resources: "1s" }, "resources", /no meaning without "plan"/],
  [{ id: "a", files: ["x"], plan: { ...PLAN, url: URL } }, "files", /cannot both be said/],
  [{ id: "a", objectives: ["99% ok"], plan: { ...PLAN, url: URL } }, "objectives", /"plan" says it, not "objectives"/],
  [{ id: "a", rate: 5, plan: { ...PLAN, url: URL } }, "rate", /"plan" says it, not "rate"/],
  [{ id: "a", start: "gateway", plan: { ...PLAN, url: URL } }, "plan", /a URL of its own/],
  [{ id: "a", start: "gateway", plan: PLAN, ready: URL }, "ready", /says itself when it is ready/],
  [{ id: "a", plan: PLAN }, "plan", /needs the key "url"/],
  [{ id: "a", plan: { ...PLAN, url: URL }, start: ["x"] }, "start", /needs the key "ready"/],
  [{ id: "a", plan: { ...PLAN, url: URL }, resources: "1s" }, "resources", /only of what "start" starts/],
];

describe("loads that cannot be", () => {
  for (const [raw, key, text] of REFUSED) {
    test(String(text), () => {
      const trouble = refused(raw);
      assert.deepEqual(trouble.path, ["load", "0", key]);
      assert.match(trouble.text, text);
    });
  }

  test("an objective of files that is none, or is there twice, is told where it stands", () => {
    for (const [objectives, text] of [
      [["99% ok", "p99"], /has nothing where <= must be/],
      [["99% ok", "99% ok"], /is there twice$/],
      [["p99 < 1s", "p99 <= 1s"], /is there twice, written otherwise$/],
    ] as const) {
      const trouble = refused({ id: "a", files: ["x"], objectives });
      assert.deepEqual(trouble.path, ["load", "0", "objectives", "1"]);
      assert.match(trouble.text, text);
    }
  });

  test("a trouble inside of the plan is told where it stands", () => {
    const phases = [{ name: "steady", rate: 10, users: 3, duration: "1s" }];
    const trouble = refused({ id: "a", plan: { url: URL, phases } });
    assert.deepEqual(trouble.path.slice(0, 5), ["load", "0", "plan", "phases", "0"]);
  });
});
