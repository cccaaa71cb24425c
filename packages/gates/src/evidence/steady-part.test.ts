import assert from "node:assert/strict";
import { test } from "node:test";
import { resources, resourceSeries } from "../scenes/resources.ts";
import { steadyPartOf, withoutSteadyPart } from "./steady-part.ts";

test("it goes from warm-up to the last reading of any resource", () => {
  const short = { ...resourceSeries("heap", 1), points: [[70_000, 1]] as const };
  const body = resources({ series: [short, resourceSeries("rss", 1)] });
  const part = steadyPartOf(body);
  assert.deepEqual(part, { subject: "gateway", fromMs: 60_000, toMs: 600_000, lengthMs: 540_000, readings: 541 });
  assert.deepEqual(withoutSteadyPart(part), []);
});

test("without a reading after warm-up there is none", () => {
  for (const body of [resources({ series: [] }), resources({ steadyFromMs: 700_000 })]) {
    const part = steadyPartOf(body);
    assert.deepEqual([part.lengthMs, part.readings], [0, 0]);
    assert.equal(withoutSteadyPart(part)[0]?.text, "nothing of gateway was read after warm-up");
  }
});
