import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { exposition, expositionScene } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("the distance asked for is enough, a millisecond less is not", () => {
  const judged = (apartMs: number): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...expositionScene(), params: { apartMs } });
  assert.equal(judged(15_000).outcome, "pass");
  assert.equal(judged(15_001).code, "not-apart");
});

test("every page has to be scraped so often", () => {
  const other = exposition({ source: "worker", scrapes: exposition().scrapes.slice(0, 1) });
  const scene = expositionScene();
  const bodies = { "metrics-exposition": [...(scene.bodies["metrics-exposition"] ?? []), other] };
  const result = judgeScene(check, { ...scene, bodies });
  assert.deepEqual([result.code, result.reason], ["too-few-scrapes", "worker: 1 scrape, 2 wanted"]);
});

test("one is enough for who wants one", () => {
  const scrapes = exposition().scrapes.slice(0, 1);
  assert.equal(judgeScene(check, { ...expositionScene({ scrapes }), params: { min: 1 } }).outcome, "pass");
});

test("scrapes of which some are apart and some are not count by those that are", () => {
  const [scrape] = exposition().scrapes;
  assert.ok(scrape !== undefined);
  const at = (...times: readonly number[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, expositionScene({ scrapes: times.map((atMs) => ({ ...scrape, atMs })) }));
  assert.equal(at(1, 1, 2).outcome, "pass");
  assert.deepEqual([at(5, 5, 5).code, at(5, 5, 5).observed], ["not-apart", 1]);
  assert.deepEqual([at(3, 2, 1).code, at().code], ["not-apart", "too-few-scrapes"]);
});

test("more may be asked for", () => {
  const result = judgeScene(check, { ...expositionScene(), params: { min: 3 } });
  assert.deepEqual([result.outcome, result.observed, result.threshold], ["missing", 2, 3]);
  assert.equal(result.flip, "would be judged with 3 scrapes, each later than the one before");
});
