import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { exposition, expositionScene, family } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

test("without anything wanted there is nothing to judge", () => {
  assert.equal(judgeScene(check, expositionScene({ wanted: [] })).outcome, "not-applicable");
});

test("a counter of OpenMetrics is found by the name of its samples", () => {
  const scene = expositionScene({ wanted: [], families: [family("jobs", { type: "counter" }), family("depth")] });
  const judged = (...families: readonly string[]): string =>
    judgeScene(check, { ...scene, params: { families: [...families] } }).outcome;
  assert.equal(judged("jobs_total", "jobs", "depth"), "pass");
  assert.equal(judged("depth_total"), "fail");
});

test("what is absent is named with its page", () => {
  const wanted = [
    { family: "a", found: true },
    { family: "b", found: false },
  ];
  assert.equal(judgeScene(check, expositionScene({ wanted })).reason, "1 wanted metric not there: b of api");
});

test("what a profile wants may be on any of the pages, what the configuration wants on its own", () => {
  const jobs = exposition({ source: "worker", families: [family("jobs")], wanted: [] });
  const bodies = { "metrics-exposition": [exposition({ wanted: [] }), jobs] };
  const judged = (...families: readonly string[]): ReturnType<typeof judgeScene> =>
    judgeScene(check, { ...expositionScene(), bodies, params: { families: [...families] } });
  assert.equal(judged("jobs", "http_requests_total").outcome, "pass");
  assert.equal(judged("jobs", "nothing").reason, "1 wanted metric not there: nothing");
});

test("how many are wanted is told where all are there", () => {
  const result = judgeScene(check, { ...expositionScene(), params: { families: ["http_requests_total"] } });
  assert.deepEqual([result.outcome, result.reason], ["pass", "2 wanted families there"]);
});
