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
  assert.equal(
    judgeScene(check, expositionScene({ wanted, families: [family("a")] })).reason,
    "1 wanted metric not there: b of api",
  );
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

test("what was found is one of the families, or one of their samples", () => {
  const judged = (name: string, changes = {}): string =>
    judgeScene(check, expositionScene({ wanted: [{ family: name, found: true }], ...changes })).outcome;
  const there = ["http_requests_total", "http_request_duration_seconds", "http_request_duration_seconds_bucket"];
  for (const name of there) assert.equal(judged(name), "pass", name);
  for (const name of ["http_request", "http_requests_total_more", "http_request_duration_seconds_le", "other"])
    assert.equal(judged(name), "fail", name);
  assert.equal(judged("other", { familiesLeftOut: 1 }), "pass", "it may be one of those that are not listed");
  assert.equal(judged("jobs_total", { families: [family("jobs", { type: "counter" })] }), "pass");
  assert.equal(judged("jobs_total", { families: [family("jobs", { type: "counter", series: 0 })] }), "fail");
});
