import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { FIGURES_RECORD } from "@holdpoint/core";
import { openLedger } from "@holdpoint/ledger";
import type { Ending } from "@holdpoint/testkit";
import { gitRepository } from "@holdpoint/testkit";
import type { DigestRun } from "../digest/digest.ts";
import { runOf, SINCE_MS, UNTIL_MS } from "../digest/testing-digest.ts";
import { loadFigures, loadRun, steppedRuns } from "../load/trend/testing-trend.ts";
import type { Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = "version: 1\nservice: trial\nprofiles: { release: { gates: { tests: {} } } }\n";

/** A repository whose ledger holds these runs, each recorded when it was judged. */
function repository(t: Ending, runs: readonly DigestRun[]): string {
  const root = gitRepository(t, { "holdpoint.yaml": CONFIG });
  let nowMs = SINCE_MS;
  const { ledger } = openLedger({ folder: join(root, ".holdpoint"), origin: "holdpoint/trial", nowMs: () => nowMs });
  for (const { run, figures } of runs) {
    nowMs = Date.parse(figures.judgedAt);
    ledger.append([{ kind: FIGURES_RECORD, run, body: figures as unknown as JsonObject }]);
  }
  ledger.close();
  return root;
}

function trend(root: string, ...args: string[]): Promise<Ran> {
  return ran(fakeHost(root, { nowMs: () => UNTIL_MS }), "load", "trend", ...args);
}

interface Told {
  readonly trends: readonly {
    readonly load: string;
    readonly points: readonly { readonly value: number | null; readonly run: string }[];
    readonly changes: readonly { readonly run: string; readonly to: string }[];
  }[];
  readonly incomparable: number;
  readonly notes: readonly string[];
}

test("the trend of recorded runs ends with 0, and tells the run that made it worse", async (t) => {
  const root = repository(t, steppedRuns(10));
  const { exit, stdout, stderr } = await trend(root);
  assert.deepEqual([exit, stderr], [0, ""]);
  assert.match(stdout, /^load checkout, 20 runs$/m);
  assert.match(stdout, /^ {2}worse since 2026-01-07 /m);
  const json = await trend(root, "--json", "--metric", "service.p50", "--load", "checkout");
  const told = JSON.parse(json.stdout) as Told & { metric: string; unit: string; better: string };
  assert.deepEqual([told.metric, told.unit, told.better], ["service.p50", "ms", "lower"]);
  assert.deepEqual(
    told.trends[0]?.changes.map(({ run, to }) => [run, to]),
    [["run-11", "worse"]],
  );
  assert.equal(told.trends[0]?.points.length, 20);
  const digest = await ran(fakeHost(root, { nowMs: () => UNTIL_MS }), "digest");
  assert.match(digest.stdout, /^Load checkout, response\.p99: worse since 2026-01-07 /m);
});

test("another machine, another service and another time are never mixed in", async (t) => {
  const moved = steppedRuns(10).map((run, at) => {
    if (at < 10) return run;
    const figures = loadFigures(loadRun(30, { testbedSha256: "e".repeat(64) }));
    return { ...run, figures: { ...run.figures, figures } };
  });
  const alien = runOf(99, 6, { service: "another", figures: loadFigures(loadRun(900)) });
  const root = repository(t, [...moved, alien]);
  const { trends } = JSON.parse((await trend(root, "--json")).stdout) as Told;
  assert.deepEqual(
    trends.map(({ points, changes }) => [points.length, changes.length]),
    [
      [10, 0],
      [10, 0],
    ],
  );
  const early = JSON.parse((await trend(root, "--json", "--until", "2026-01-06")).stdout) as Told;
  assert.deepEqual(
    early.trends.map(({ points }) => points.length),
    [4],
  );
});

test("no history ends with 3 and says which lack it is", async (t) => {
  const none = await trend(gitRepository(t, { "holdpoint.yaml": CONFIG }));
  assert.equal(none.exit, 3);
  assert.match(none.stdout, /There is no history: no run of this time is on record\./);
  const without = await trend(repository(t, [runOf(1, 1)]));
  assert.equal(without.exit, 3);
  assert.match(without.stdout, /no run of this time judged a load by the gate performance/);
  const root = repository(t, steppedRuns(2));
  const wrong = await trend(root, "--load", "chekout");
  assert.equal(wrong.exit, 3);
  assert.match(wrong.stdout, /no history of load chekout: there is checkout; did you mean "checkout"\?/);
  const invalid = repository(t, [runOf(1, 1, { figures: loadFigures(loadRun(null)) })]);
  const told = await trend(invalid, "--json");
  assert.equal(told.exit, 3);
  assert.match((JSON.parse(told.stdout) as Told).notes.join(), /measured it in a way that can be compared/);
});

test("a metric, or a time, that is none is refused", async (t) => {
  const root = repository(t, steppedRuns(2));
  const refused = await trend(root, "--metric", "p98");
  assert.equal(refused.exit, 2);
  assert.match(refused.stderr, /--metric "p98" is none of response\.p50/);
  assert.equal((await trend(root, "--since", "soon")).exit, 2);
});
