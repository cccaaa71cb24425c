import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckPlan, LoadBody, LoadPlan, LoadSeries } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import { listingPlan, lookupPlan, p99ByEndpoint } from "./stored-queries.ts";

const TERMS = { url: "http://a.example:1", token: "hp_t", limit: 3, measureMs: 1000 };
const WALK = {
  pages: ["/v1/actions?limit=3", "/v1/actions?limit=3&cursor=act%2F2"],
  ids: ["act/0", "act/3"],
  actions: 6,
};

function pathsOf({ flows }: LoadPlan): Record<string, string | undefined> {
  return Object.fromEntries(flows.map(({ name, steps }) => [name, steps[0]?.path]));
}

function matches({ flows }: LoadPlan, name: string, text: string): boolean {
  const checks: readonly CheckPlan[] = flows.find((flow) => flow.name === name)?.steps[0]?.checks ?? [];
  return checks.every((check) => check.kind !== "body" || new RegExp(check.matches, "u").test(text));
}

describe("queries of what is stored", () => {
  test("one caller looks up actions of all ages", () => {
    const plan = lookupPlan(TERMS, WALK);
    assert.deepEqual(pathsOf(plan), { lookup: "/v1/actions/${actions.id}" });
    assert.deepEqual(plan.data, [{ name: "actions", rows: [{ id: "act%2F0" }, { id: "act%2F3" }], pick: "random" }]);
    assert.deepEqual(
      [plan.connections, plan.phases.map(({ arrival }) => arrival)],
      [1, [{ kind: "closed", users: 1 }]],
    );
    assert.deepEqual(plan.flows[0]?.steps[0]?.headers, [["authorization", "Bearer hp_t"]]);
  });

  test("one caller lists pages of any depth, and by each filter", () => {
    const plan = listingPlan(TERMS, WALK);
    const { all, ...filtered } = pathsOf(plan);
    assert.equal(all, "${pages.path}");
    assert.deepEqual(
      plan.data[0]?.rows,
      WALK.pages.map((path) => ({ path })),
    );
    assert.equal(Object.keys(filtered).length, 6);
    for (const path of Object.values(filtered)) assert.match(path ?? "", /^\/v1\/actions\?limit=3&\w+=.+$/);
  });

  test("a filter that finds something where nothing is, or nothing where all is, is no answer", () => {
    const plan = listingPlan(TERMS, WALK);
    const some = '{"items":[{"id":"act/0"}],"cursor":null}';
    const none = '{"items":[],"cursor":null}';
    for (const { name } of plan.flows) {
      const wantsNone = name.includes("none");
      assert.equal(matches(plan, name, some), !wantsNone, name);
      assert.equal(matches(plan, name, none), wantsNone, name);
    }
  });

  test("a p99 of each endpoint, and none where nothing was asked", () => {
    const series = (name: string, ...timesUs: readonly number[]): LoadSeries => {
      const histogram = new LogHistogram();
      for (const us of timesUs) histogram.record(us);
      const response = histogram.toSlice();
      return { of: "endpoint", name, completed: timesUs.length, failed: 0, response, service: null, summary: null };
    };
    const bodyOf = (...all: readonly LoadSeries[]): LoadBody => {
      const run = { ...series("", 9), of: "run" } as const;
      return { sent: 3, durationMs: 1000, series: [run, ...all] } as Partial<LoadBody> as LoadBody;
    };
    assert.deepEqual(p99ByEndpoint(bodyOf(series("a", 100, 200), series("b", 250))), {
      a: { count: 2, p99Ms: 0.2 },
      b: { count: 1, p99Ms: 0.25 },
    });
    assert.throws(() => p99ByEndpoint(bodyOf(series("a"))), /nothing was done/);
  });
});
