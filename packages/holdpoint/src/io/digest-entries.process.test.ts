import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { FIGURES_RECORD } from "@holdpoint/core";
import { openLedger } from "@holdpoint/ledger";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { runOf, SINCE_MS, UNTIL_MS } from "../digest/testing-digest.ts";
import { readDigestEntries } from "./digest-entries.ts";

const DAY_MS = 86_400_000;
const ASKED = { service: "trial", sinceMs: SINCE_MS, untilMs: UNTIL_MS };
const TERMS = { trusted: [], revocations: [], mode: "when-observed" } as const;

interface Entry {
  readonly atMs: number;
  readonly judgedAtMs?: number;
  readonly body?: object;
}

/** A folder whose ledger has a record of another kind beside each of figures. */
function withFigures(t: Ending, entries: readonly Entry[]): string {
  const root = scratch(t);
  let nowMs = SINCE_MS - 30 * DAY_MS;
  const { ledger } = openLedger({ folder: join(root, ".holdpoint"), origin: "holdpoint/trial", nowMs: () => nowMs });
  for (const { atMs, judgedAtMs = atMs, body } of entries) {
    nowMs = atMs;
    const figures = { ...runOf(0, 0).figures, judgedAt: new Date(judgedAtMs).toISOString() };
    ledger.append([
      { kind: FIGURES_RECORD, run: "r", body: (body ?? figures) as unknown as JsonObject },
      { kind: "verdict", run: "r", body: { verdict: "PROMOTE" } },
    ]);
  }
  ledger.close();
  return root;
}

const read = (root: string, runsMax?: number) =>
  readDigestEntries(root, { ...ASKED, ...(runsMax === undefined ? {} : { runsMax }) }, TERMS);

test("more runs than fit a page are all read, each once, newest first", (t) => {
  const root = withFigures(
    t,
    Array.from({ length: 1_100 }, (_, index) => ({ atMs: SINCE_MS + index })),
  );
  const { runs, cutOff, unreadable, anchored } = read(root);
  assert.deepEqual([runs.length, cutOff, unreadable, anchored], [1_100, false, 0, true]);
  assert.equal(new Set(runs.map(({ seq }) => seq)).size, 1_100);
  assert.ok((runs[0]?.seq ?? 0) > (runs[1]?.seq ?? 0));
});

test("past the bound the oldest are left out, which is said; at the bound nothing is", (t) => {
  const root = withFigures(
    t,
    [0, 1, 2].map((day) => ({ atMs: SINCE_MS + day * DAY_MS })),
  );
  assert.deepEqual([read(root, 2).runs.length, read(root, 2).cutOff], [2, true]);
  assert.deepEqual([read(root, 3).runs.length, read(root, 3).cutOff], [3, false]);
});

test("long before the time reading ends, but a clock that was set back hides no run", (t) => {
  const root = withFigures(t, [
    { atMs: SINCE_MS - 9 * DAY_MS },
    { atMs: SINCE_MS - DAY_MS / 2, judgedAtMs: SINCE_MS + 1 },
    { atMs: SINCE_MS + DAY_MS },
  ]);
  assert.equal(read(root, 2).cutOff, false, "what is older than the time is not left out of it");
  assert.equal(read(root).runs.length, 2);
});

test("what is not understood is counted within the time alone", (t) => {
  const body = { of: "another form" };
  const root = withFigures(t, [
    { atMs: SINCE_MS - 1, body },
    { atMs: SINCE_MS, body },
    { atMs: UNTIL_MS - 1, body },
    { atMs: UNTIL_MS, body },
  ]);
  const { unreadable, runs } = read(root);
  assert.deepEqual([unreadable, runs], [2, []]);
});

test("without a checkpoint outside of it the runs are not anchored", (t) => {
  const root = withFigures(t, [{ atMs: SINCE_MS }]);
  rmSync(join(root, ".holdpoint", "checkpoints"), { recursive: true });
  assert.equal(read(root).anchored, false);
});
