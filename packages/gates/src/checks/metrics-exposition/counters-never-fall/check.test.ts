import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("a fall is told before what cannot be, and both are", () => {
  const problems = [problemOf("negative-counter"), problemOf("counter-fell")];
  const result = judgeScene(check, expositionScene({ problems }));
  assert.equal(result.code, "fell");
  assert.match(result.reason, /counters that fell: .*cannot be so: /);
});

test("a gauge that fell is nobody's problem", () => {
  assert.equal(judgeScene(check, expositionScene()).outcome, "pass");
});

test("how many there are is told, however they are spread", () => {
  const problems = [0, 1, 1].map((scrape, index) => problemOf("counter-fell", { scrape, line: index + 1 }));
  const result = judgeScene(check, expositionScene({ problems }));
  assert.equal(result.observed, 3);
  assert.deepEqual(
    result.locations.map(({ file, line }) => `${file}:${line}`),
    ["metrics/1.prom:1", "metrics/2.prom:2", "metrics/2.prom:3"],
  );
});
