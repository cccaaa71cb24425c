import assert from "node:assert/strict";
import { test } from "node:test";
import { problemsOf } from "../../harness/problems.ts";
import { measureStored } from "./measure-stored.ts";
import { COMMAND } from "./places.ts";

test("what a real gateway stored is walked, looked up and listed, and every figure is there", async () => {
  const rows = await measureStored({ command: COMMAND, actions: 300, fillMs: 300, queryMs: 700, rounds: 1 });
  assert.deepEqual(
    rows.map(({ name, unit }) => [name, unit]),
    [
      ["stored-1m-start", "ms"],
      ["stored-1m-lookup-p99", "ms"],
      ["stored-1m-listing-p99", "ms"],
    ],
  );
  assert.deepEqual(problemsOf(rows), []);
  const info = rows[0]?.info as { actions: number; pages: number; listings: Record<string, { count: number }> };
  assert.ok(info.actions >= 300);
  assert.equal(info.pages, Math.ceil(info.actions / 200));
  assert.equal(Object.keys(info.listings).length, 7, "all, and six filters");
});
