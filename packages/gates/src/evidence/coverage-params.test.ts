import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { componentsParam, contextsParam, dayMs, shardsParam, softUntil } from "./coverage-params.ts";

const COMPONENT: JsonObject = { id: "store", paths: ["src/**"], floors: { lines: 90 } };
const CONTEXT: JsonObject = { id: "security", paths: ["src/**"], lines: 80 };

function refuses(read: (params: JsonObject) => unknown, name: string, values: readonly Json[]): void {
  for (const value of values) {
    assert.throws(
      () => read({ [name]: value }),
      (error) => isHoldpointError(error) && error.code === "HP-CONFIG-VALUE",
      JSON.stringify(value),
    );
  }
}

test("a component is read with what it leaves out filled in", () => {
  const [short] = componentsParam({ components: [COMPONENT] });
  const rest = { maxUncovered: {}, shards: [], tags: [], critical: false, advisoryUntil: null };
  assert.deepEqual(short, { ...COMPONENT, ...rest });
  const whole = {
    ...COMPONENT,
    maxUncovered: { branches: 3 },
    shards: ["a"],
    tags: ["security"],
    critical: true,
    advisoryUntil: "2030-01-31",
  };
  assert.deepEqual(componentsParam({ components: [whole] }), [whole]);
});

test("a component that would hold nothing is refused", () => {
  refuses(componentsParam, "components", [
    {},
    ["store"],
    [{ ...COMPONENT, id: "" }],
    [{ ...COMPONENT, id: 7 }],
    [{ ...COMPONENT, paths: [] }],
    [{ ...COMPONENT, paths: "src" }],
    [{ ...COMPONENT, floors: {} }],
    [{ ...COMPONENT, floors: { lines: 101 } }],
    [{ ...COMPONENT, floors: { line: 90 } }],
    [{ ...COMPONENT, floors: [90] }],
    [{ ...COMPONENT, maxUncovered: { lines: 0.5 } }],
    [{ ...COMPONENT, lines: 90 }],
    [{ ...COMPONENT, critical: "yes" }],
    [{ ...COMPONENT, shards: [1] }],
    [{ ...COMPONENT, advisoryUntil: "2030-02-31" }],
    [{ ...COMPONENT, advisoryUntil: 2030 }],
    [COMPONENT, COMPONENT],
  ]);
});

test("contexts and shards are read the same way", () => {
  assert.deepEqual(contextsParam({ contexts: [CONTEXT] }), [{ ...CONTEXT, match: [], advisoryUntil: null }]);
  refuses(contextsParam, "contexts", [
    null,
    [{ ...CONTEXT, lines: "80" }],
    [{ ...CONTEXT, id: "" }],
    [{ ...CONTEXT, floors: {} }],
    [{ ...CONTEXT, match: "x" }],
  ]);
  const shard = { id: "api", reports: ["unit"], suites: [] };
  assert.deepEqual(shardsParam({ shards: [shard] }), [shard]);
  refuses(shardsParam, "shards", [[{ id: "api" }], [{ ...shard, id: "" }], [{ ...shard, more: 1 }], [shard, shard]]);
});

test("a floor is soft until its day begins, and never without a day", () => {
  const day = { advisoryUntil: "2026-03-01" };
  assert.equal(softUntil(day, Date.UTC(2026, 1, 28, 23, 59, 59)), "2026-03-01");
  assert.equal(softUntil(day, Date.UTC(2026, 2, 1)), null);
  assert.equal(softUntil({ advisoryUntil: null }, 0), null);
  assert.equal(softUntil({ advisoryUntil: "2026-02-31" }, 0), null, "a day that is none makes nothing soft");
  assert.equal(dayMs("2026-03-01"), Date.UTC(2026, 2, 1));
});
