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
    "this machine:8080",
  ]);
  assert.deepEqual(targetNames(soakPlanOf({ applier: null }), "/r"), ["./iterate --fast in /r"]);
  const command = { kind: "command", read: ["cat", "c"], write: ["w"] } as const;
  assert.deepEqual(targetNames(soakPlanOf({ applier: command }), "/r").at(-1), "cat c in /r");
});

test("one target has one name, however it was written", () => {
  const name = (url: string): string | undefined =>
    targetNames({ target: { kind: "http", load: { url } as never, metricsUrl: null }, applier: null }, "/r")[0];
  for (const host of ["localhost", "127.0.0.1", "127.0.1.1", "[::1]"]) {
    assert.equal(name(`http://${host}:8080/a`), "this machine:8080", host);
  }
  assert.deepEqual([name("http://localhost/"), name("https://api.test/x")], ["this machine:80", "api.test:443"]);
  assert.equal(name("http://127.0.0.1.test:8080/"), "127.0.0.1.test:8080", "a name that only begins like an address");
  const file = { kind: "file", path: "./conf/../overrides.json", reload: null } as const;
  assert.equal(targetNames(soakPlanOf({ applier: file }), "/r").at(-1), "/r/overrides.json");
});

test("who tunes what another one measures wants the same", () => {
  const measures = targetNames(
    { target: { kind: "http", load: { url: "http://127.0.0.1:8080/a" } as never, metricsUrl: null }, applier: null },
    "/r",
  );
  const http = { kind: "http", url: "http://localhost:8080/v1/config", headers: [] } as const;
  assert.ok(targetNames(soakPlanOf({ applier: http }), "/other").includes(measures[0] ?? ""));
});
