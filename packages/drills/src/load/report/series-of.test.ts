import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compileFlows } from "../flow/compile-flows.ts";
import { plan, request } from "../flow/testing-plan.ts";
import { LOAD_SERIES_MAX, seriesOf } from "./series-of.ts";

describe("series", () => {
  test("each name once, in the order of the plan", () => {
    const steps = [request({ tags: ["a"] }), request({ endpoint: "other", tags: ["a", "b"] }), request()];
    const { flows } = compileFlows(plan({ flows: [{ name: "main", weight: 1, steps }] }));
    assert.deepEqual(
      seriesOf(["p", "q", "p"], flows).map(({ of, name }) => `${of} ${name}`),
      ["run ", "phase p", "phase q", "endpoint home", "endpoint other", "tag a", "tag b"],
    );
  });

  test("too many to tell apart are refused", () => {
    const steps = Array.from({ length: LOAD_SERIES_MAX }, (_, index) => request({ endpoint: `e${index}` }));
    const { flows } = compileFlows(plan({ flows: [{ name: "main", weight: 1, steps }] }));
    assert.throws(() => seriesOf(["p"], flows), { code: "HP-LOAD-REQUEST" });
  });
});
