import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FlowPlan, LoadPlan, RequestPlan } from "@holdpoint/core";
import { compileFlows } from "./compile-flows.ts";
import { plan, request } from "./testing-plan.ts";

const flow = (name: string, weight: number, ...steps: RequestPlan[]): FlowPlan => ({ name, weight, steps });
const withSteps = (...steps: RequestPlan[]): LoadPlan => plan({ flows: [flow("main", 1, ...steps)] });

function sent(over: LoadPlan, index = 0, step = 0): string {
  const { flowOf, valuesOf } = compileFlows(over);
  return flowOf(index).steps[step]?.request(valuesOf(index)).http1.toString() ?? "";
}

describe("flows", () => {
  test("a request without placeholders is made once and stays the same object", () => {
    const { flowOf, valuesOf } = compileFlows(plan());
    const [step] = flowOf(0).steps;
    assert.equal(step?.request(valuesOf(0)), step?.request(valuesOf(1)));
    assert.equal(
      sent(plan()),
      "GET / HTTP/1.1\r\nhost: target.example\r\nuser-agent: holdpoint-load\r\naccept: */*\r\n\r\n",
    );
  });

  test("placeholders are filled in for each arrival, in path, headers and body; the length is of bytes", () => {
    const data = [{ name: "users", pick: "sequential" as const, rows: [{ name: "ann b" }, { name: "bö" }] }];
    const step = request({
      method: "POST",
      path: "/u/${users.name}?n=${seq}",
      headers: [["x-user", "${data.name}"]],
      body: '{"u":"${users.name}"}',
    });
    const over = { ...withSteps(step), data };
    assert.match(sent(over, 0), /^POST \/u\/ann%20b\?n=0 HTTP\/1\.1\r\n.*x-user: ann b\r\n.*\{"u":"ann b"\}$/s);
    assert.match(sent(over, 1), /^POST \/u\/b%C3%B6\?n=1 .*content-length: 11\r\n\r\n\{"u":"bö"\}$/s);
    assert.equal(sent(over, 2).includes("ann%20b"), true, "rows begin anew");
  });

  test("values of earlier steps only, and only of the same flow", () => {
    const first = request({ extract: [{ name: "id", from: "json", path: "$.id" }] });
    const second = request({ path: "/items/${id}" });
    assert.equal(compileFlows(withSteps(first, second)).flowOf(0).steps[0]?.keep, "body");
    assert.throws(() => compileFlows(withSteps(second, first)), { code: "HP-LOAD-PLACEHOLDER", place: { column: 8 } });
    const apart = plan({ flows: [flow("a", 1, first), flow("b", 1, second)] });
    assert.throws(() => compileFlows(apart), /flows\[1\]\.steps\[0\]\.path: nothing gives \$\{id\}/);
  });

  test("weights: seeded, in proportion, none for 0", () => {
    const flows = [flow("a", 3, request()), flow("none", 0, request()), flow("b", 1, request())];
    const { flowOf } = compileFlows(plan({ flows }));
    const counts = new Map<string, number>();
    for (let index = 0; index < 4000; index += 1) {
      const { name } = flowOf(index);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      assert.equal(flowOf(index).name, name);
    }
    assert.equal(counts.has("none"), false);
    assert.ok(Math.abs((counts.get("a") ?? 0) - 3000) < 150, `${counts.get("a")}`);
    const other = compileFlows(plan({ flows, seed: 2 }));
    assert.ok(Array.from({ length: 50 }, (_, i) => other.flowOf(i).name !== flowOf(i).name).includes(true));
  });

  test("no step, no flow, no weight", () => {
    for (const flows of [[], [flow("a", 0, request())], [flow("a", 1)]]) {
      assert.throws(() => compileFlows(plan({ flows })), { code: "HP-LOAD-REQUEST" });
    }
  });

  test("a row cannot make a header of its own", () => {
    const data = [{ name: "d", pick: "random" as const, rows: [{ x: "fine" }, { x: "a\r\nX-Admin: 1" }] }];
    const step = request({ headers: [["x", "v ${d.x}"]] });
    assert.throws(() => compileFlows({ ...withSteps(step), data }), { code: "HP-LOAD-REQUEST" });
    const inPath = request({ path: "/${d.x}" });
    const lines = [0, 1, 2, 3, 4, 5].map((index) => sent({ ...withSteps(inPath), data }, index).split("\r\n").length);
    assert.deepEqual(new Set(lines), new Set([6]), "in a path it is escaped");
  });

  test("places come from whoever knows the file", () => {
    const placeOf = (pointer: string, column: number): object => ({ file: "load.yaml", line: pointer.length, column });
    const bad = withSteps(request({ headers: [["x", "a\nb"]] }));
    assert.throws(() => compileFlows(bad, placeOf), {
      place: { file: "load.yaml", line: "flows[0].steps[0].headers[0]".length, column: 2 },
    });
  });
});
