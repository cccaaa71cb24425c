import assert from "node:assert/strict";
import { test } from "node:test";
import type { RegisterRow } from "./columns.ts";
import type { Measured, Proposal } from "./sync-rows.ts";
import { PROPOSALS_MAX, syncRows } from "./sync-rows.ts";
import { openState, resolvedState } from "./testing-register.ts";

const A: Proposal = { path: "src/a.ts", metric: "lines", count: { covered: 4, total: 10 } };
const B: Proposal = { path: "src/b.ts", metric: "branches", count: { covered: 1, total: 3 } };

function measured(proposals: readonly Proposal[], changes: Partial<Measured> = {}): Measured {
  return {
    at: "2026-03-01T10:00:00.000Z",
    shareOf: (path) => (path === "src/gone.ts" ? null : { covered: 9, total: 10 }),
    isReached: () => false,
    proposals,
    ...changes,
  };
}

const seen = (rows: readonly RegisterRow[]): string[] =>
  rows.map(({ cells }) => [cells.State, cells.Path, cells.Now, cells.Final].join(" / "));

test("what is below its floor is proposed, once, and owned by nobody", () => {
  const rows = syncRows([], [], measured([A, B]));
  assert.deepEqual(seen(rows), [
    "proposed / src/a.ts / 40.00% (4 of 10) / ",
    "proposed / src/b.ts / 33.33% (1 of 3) / ",
  ]);
  assert.deepEqual(
    rows.map(({ cells }) => [cells.Owner, cells.Approver]),
    [
      ["", ""],
      ["", ""],
    ],
  );
  assert.match(rows[0]?.id ?? "", /^proposal-[0-9a-f]{8}$/);
  assert.deepEqual(syncRows(rows, [], measured([B, A])), rows);
});

test("a proposal follows the numbers, and lapses with the last of them when it is no longer needed", () => {
  const rows = syncRows([], [], measured([A]));
  const worse = syncRows(rows, [], measured([{ ...A, count: { covered: 3, total: 10 } }]));
  assert.deepEqual(seen(worse), ["proposed / src/a.ts / 30.00% (3 of 10) / "]);
  const better = syncRows(worse, [], measured([]));
  assert.deepEqual(seen(better), ["lapsed / src/a.ts /  / 90.00% (9 of 10), no longer needed 2026-03-01"]);
  assert.deepEqual(syncRows(better, [], measured([])), better, "and stays as it is");
});

test("what lapsed and falls again gets a row of its own", () => {
  const lapsed = syncRows(syncRows([], [], measured([A])), [], measured([]));
  const again = syncRows(lapsed, [], measured([A]));
  assert.deepEqual(
    again.map(({ id, cells }) => [id.replace(/[0-9a-f]{8}/, "x"), cells.State]),
    [
      ["proposal-x-2", "proposed"],
      ["proposal-x", "lapsed"],
    ],
  );
});

test("a proposed file that is gone lapses without numbers", () => {
  const gone: Proposal = { ...A, path: "src/gone.ts" };
  const rows = syncRows(syncRows([], [], measured([gone])), [], measured([]));
  assert.deepEqual(seen(rows), ["lapsed / src/gone.ts /  / not measured any more, no longer needed 2026-03-01"]);
});

test("a signed record takes the proposal's row over, with what people wrote beside it", () => {
  const [proposal] = syncRows([], [], measured([A]));
  assert.ok(proposal !== undefined);
  const rows = syncRows([{ ...proposal, own: { Ticket: "T-1" }, line: 7 }], [openState()], measured([]));
  assert.deepEqual(seen(rows), ["open / src/a.ts / 90.00% (9 of 10) / "]);
  assert.deepEqual([rows[0]?.id, rows[0]?.own, rows[0]?.line], ["cov-20260102-0a1b2c3d", { Ticket: "T-1" }, 7]);
  const ended = syncRows([proposal], [resolvedState()], measured([A]));
  assert.deepEqual(
    ended.map(({ cells }) => cells.State),
    ["proposed", "resolved"],
    "what has ended decides nothing any more",
  );
  const other = syncRows([proposal], [openState({ metric: "branches" })], measured([A]));
  assert.deepEqual(
    other.map(({ cells }) => cells.State),
    ["open", "proposed"],
  );
});

test("numbers of now are written for open exceptions only, and kept where nothing was measured", () => {
  const reached = measured([], { isReached: () => true });
  const rows = syncRows([], [openState()], reached);
  assert.deepEqual(seen(rows), ["open / src/a.ts / 90.00% (9 of 10), reached / "]);
  assert.deepEqual(syncRows(rows, [openState()], null), rows);
  assert.deepEqual(seen(syncRows([], [openState({ path: "src/gone.ts" })], reached)), [
    "open / src/gone.ts / not measured / ",
  ]);
  assert.deepEqual(seen(syncRows(rows, [resolvedState()], reached)), [
    "resolved / src/a.ts /  / 96.00% (24 of 25), reached 2026-07-01 by Ben",
  ]);
});

test("no row ever goes, and the order does not depend on how they came", () => {
  const states = [openState(), openState({ id: "z", path: "a.ts" })];
  const rows = syncRows(syncRows([], states, measured([B])), [], measured([]));
  assert.deepEqual(
    rows.map(({ cells }) => cells.State),
    ["unsigned", "unsigned", "lapsed"],
  );
  const again = syncRows(rows.toReversed(), states, measured([]));
  assert.deepEqual(
    again.map(({ id, cells }) => [cells.State, id.slice(0, 4)]),
    [
      ["open", "z"],
      ["open", "cov-"],
      ["lapsed", "prop"],
    ],
  );
});

test("no list is longer than somebody would read, and what is on it stays on it", () => {
  const many = Array.from({ length: PROPOSALS_MAX + 50 }, (_, index) => ({ ...A, path: `src/${index}.ts` }));
  const rows = syncRows([], [], measured(many));
  assert.equal(rows.length, PROPOSALS_MAX);
  const again = syncRows(rows, [], measured(many.toReversed()));
  assert.deepEqual(again, rows);
});
