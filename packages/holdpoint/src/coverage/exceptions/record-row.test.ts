import assert from "node:assert/strict";
import { test } from "node:test";
import { COLUMNS, NO_CELLS, stateOf } from "./columns.ts";
import { dayOf, finalText, recordCells, shareText } from "./record-row.ts";
import { openState, resolvedState } from "./testing-register.ts";

test("shares show a percentage that is never rounded up, and what it is of", () => {
  assert.equal(shareText({ covered: 2071, total: 2072 }), "99.95% (2071 of 2072)");
  assert.equal(shareText({ covered: 0, total: 3 }), "0.00% (0 of 3)");
  assert.equal(shareText({ covered: 0, total: 0 }), "0 of 0");
});

test("final numbers say when, why and by whom", () => {
  const share = { covered: 1, total: 1 };
  assert.equal(
    finalText(share, "reached", "2026-07-01T10:00:00Z", "Ben"),
    "100.00% (1 of 1), reached 2026-07-01 by Ben",
  );
  assert.equal(
    finalText(null, "removed", "2026-07-01T10:00:00Z", "Ben\n"),
    "not measured any more, removed 2026-07-01 by Ben",
  );
  assert.equal(
    finalText(share, "no longer needed", "2026-07-01T10:00:00Z", null),
    "100.00% (1 of 1), no longer needed 2026-07-01",
  );
  assert.equal(dayOf("2026-07-01T10:00:00Z"), "2026-07-01");
});

test("texts of several lines or spaces become what one cell can show", () => {
  const cells = recordCells(openState({ rationale: "a\n\n b  c", mitigation: "\td", owner: "Ben  B" }));
  assert.deepEqual([cells.Rationale, cells.Mitigation, cells.Owner], ["a b c", "d", "Ben B"]);
});

test("an open one has a next review and no end, a resolved one the other way round", () => {
  const [open, resolved] = [recordCells(openState()), recordCells(resolvedState())];
  assert.deepEqual([open.State, open["Next review"], open.Final], ["open", "2026-06-01", ""]);
  assert.deepEqual([resolved.State, resolved["Next review"]], ["resolved", ""]);
  assert.match(resolved.Final, /^96\.00%/);
  assert.deepEqual(recordCells({ ...openState(), nextReviewAt: "2026-09-01T00:00:00Z" })["Next review"], "2026-09-01");
});

test("every column is filled for a record but Now, and a row without cells has them all empty", () => {
  assert.deepEqual(Object.keys(recordCells(openState())), [...COLUMNS]);
  assert.ok(Object.values(NO_CELLS).every((cell) => cell === ""));
  const row = (State: string): Parameters<typeof stateOf>[0] => ({
    id: "a",
    cells: { ...NO_CELLS, State },
    own: {},
    line: 1,
  });
  assert.equal(stateOf(row("lapsed")), "lapsed");
  for (const text of ["", "Open", "closed"]) assert.equal(stateOf(row(text)), null);
});
