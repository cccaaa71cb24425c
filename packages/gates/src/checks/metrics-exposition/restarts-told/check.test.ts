import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { exposition, expositionScene, problemOf } from "../../../scenes/exposition.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("metrics-exposition", check);

function started(...starts: readonly (number | null)[]): Parameters<typeof judgeScene>[1] {
  const [scrape] = exposition().scrapes;
  assert.ok(scrape !== undefined);
  return expositionScene({ scrapes: starts.map((processStartS) => ({ ...scrape, processStartS })) });
}

test("a start that is computed a little differently each time is the same start", () => {
  assert.equal(judgeScene(check, started(1_767_000_000, 1_767_000_000.9, 1_767_000_000)).outcome, "pass");
  assert.equal(judgeScene(check, started(1_767_000_000, 1_767_000_001.1)).code, "restarted");
});

test("as many restarts as are allowed let through", () => {
  const scene = { ...started(100, 200, 300), params: { restartsMax: 2 } };
  assert.equal(judgeScene(check, scene).outcome, "pass");
  assert.equal(judgeScene(check, { ...scene, params: { restartsMax: 1 } }).observed, 2);
});

test("where one scrape does not tell, nothing is said of a restart", () => {
  const result = judgeScene(check, started(100, null, 300));
  assert.deepEqual([result.outcome, result.code], ["warn", "start-not-told"]);
});

test("a process that began a minute after its scrape is a clock, later than that an error", () => {
  const [scrape] = exposition().scrapes;
  assert.ok(scrape !== undefined);
  const began = (aheadS: number): string => judgeScene(check, started(scrape.atMs / 1000 + aheadS)).code;
  assert.equal(began(60), "pass");
  assert.equal(began(61), "start-impossible");
});

test("an older process is told before a newer one", () => {
  const scene = expositionScene({ problems: [problemOf("start-went-back", { text: "older" })] });
  assert.equal(
    judgeScene(check, scene).reason,
    "1 problem of scrapes of another process: metrics/2.prom line 7: older",
  );
  assert.equal(judgeScene(check, started(300, 100, 300)).observed, 1, "going back is no restart, coming again is one");
});

test("every page is looked at by itself", () => {
  const silent = exposition({
    source: "worker",
    scrapes: exposition().scrapes.map((scrape) => ({ ...scrape, file: null, processStartS: null })),
  });
  const bodies = { "metrics-exposition": [exposition(), silent] };
  const result = judgeScene(check, { ...expositionScene(), bodies });
  assert.equal(result.reason, "2 scrapes without `process_start_time_seconds`: worker (2 times)");
});
