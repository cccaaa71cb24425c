import assert from "node:assert/strict";
import { test } from "node:test";
import { withHeaderValues } from "./header-values.ts";
import { phaseOf } from "./phase-of.ts";
import { targetNames } from "./target-names.ts";
import { soakPlanOf } from "./testing-soak.ts";

test("phases follow one another", () => {
  const of = (iteration: number): string => phaseOf(iteration, { warmUp: 2, rampDown: 1 });
  assert.deepEqual([1, 2, 3, 4, 99].map(of), ["warm-up", "warm-up", "ramp-down", "steady", "steady"]);
  assert.equal(phaseOf(1, { warmUp: 0, rampDown: 0 }), "steady");
});

test("header values name variables, and one that is not set is refused", () => {
  const headers = [["authorization", "Bearer ${env.TOKEN}"]] as const;
  const plan = { kind: "http", url: "http://localhost/", headers } as const;
  assert.deepEqual(withHeaderValues(plan, { TOKEN: "abc" }), { ...plan, headers: [["authorization", "Bearer abc"]] });
  for (const environment of [{}, { TOKEN: "" }]) {
    assert.throws(() => withHeaderValues(plan, environment), { code: "HP-CONFIG-VALUE", message: /TOKEN/ });
  }
  const file = { kind: "file", path: "a", reload: null } as const;
  assert.equal(withHeaderValues(file, {}), file);
});

test("two soaks want the same target when they measure or tune the same", () => {
  const file = targetNames(soakPlanOf(), "/r");
  assert.deepEqual(file, ["./iterate --fast in /r", "/r/overrides.json"]);
  const load = { url: "http://127.0.0.1:8080/a" } as never;
  const http = { kind: "http", url: "http://127.0.0.1:8080/v1/config?x=1", headers: [] } as const;
  assert.deepEqual(targetNames({ target: { kind: "http", load, metricsUrl: null }, applier: http }, "/r"), [
    "127.0.0.1:8080",
    "http://127.0.0.1:8080/v1/config",
  ]);
  assert.deepEqual(targetNames(soakPlanOf({ applier: null }), "/r"), ["./iterate --fast in /r"]);
  const command = { kind: "command", read: ["cat", "c"], write: ["w"] } as const;
  assert.deepEqual(targetNames(soakPlanOf({ applier: command }), "/r").at(-1), "cat c in /r");
});
