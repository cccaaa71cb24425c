import assert from "node:assert/strict";
import { test } from "node:test";
import type { NamedLoad } from "./join-locust.ts";
import { joinLocust } from "./join-locust.ts";
import { codes, fixture, read } from "./testing.test.ts";

const named = (path: string, source: string | Buffer): NamedLoad => ({
  ...read(source),
  inputs: [{ path, sha256: "00", modifiedAtMs: 1 }],
});
const stats = named("out/run_stats.csv", fixture("locust/run_stats.csv"));
const history = named("out/run_stats_history.csv", fixture("locust/run_stats_history.csv"));

test("a history belongs to the table beside it, and what came after it is a window of its own", () => {
  const [run, ...others] = joinLocust([stats, history]);
  assert.ok(run);
  assert.equal(others.length, 0);
  const { durationMs, failed, sent, windows } = run.body;
  assert.deepEqual([windows.length, run.inputs.length], [11, 2]);
  const sum = (of: "sent" | "failed"): number => windows.reduce((all, window) => all + window[of], 0);
  assert.deepEqual([sum("sent"), sum("failed")], [sent, failed]);
  const last = windows.at(-1);
  assert.ok(last !== undefined && last.startMs + last.sizeMs >= durationMs);
});

test("a history of another run, or with more than the table says, is told", () => {
  const elsewhere = named("other/run_stats_history.csv", fixture("locust/run_stats_history.csv"));
  assert.equal(joinLocust([stats, elsewhere]).length, 2);
  const more = fixture("locust/run_stats_history.csv").toString().replace(",2135,69,", ",9135,69,");
  const [run] = joinLocust([stats, named("out/run_stats_history.csv", more)]);
  assert.deepEqual(run === undefined ? [] : codes(run.body), ["totals-disagree"]);
  const falls = fixture("locust/run_stats_history.csv").toString().replace(",1922,63,", ",22,3,");
  const [fallen] = joinLocust([stats, named("out/run_stats_history.csv", falls)]);
  assert.deepEqual(fallen === undefined ? [] : [codes(fallen.body), fallen.body.windows], [["totals-disagree"], []]);
});

test("other results are left as they are", () => {
  const other = named("a.txt", fixture("wrk/plain.txt"));
  assert.deepEqual(joinLocust([other, history]), [other, history]);
});
