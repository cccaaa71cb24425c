import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { breaches, judge } from "./fixture/judge.ts";
import { runKillLoop } from "./fixture/kill-loop.ts";
import { rowOf, tableText } from "./fixture/report.ts";

const KILLS = 20;
const SEED = 1;

test("a gateway that is killed under load loses nothing, does nothing twice and says what it does not know", async (t) => {
  const run = await runKillLoop({ folder: join(scratch(t), "run"), kills: KILLS, seed: SEED, clients: 24 });
  const row = rowOf(SEED, run);
  t.diagnostic(tableText([row]));
  assert.deepEqual(breaches(judge(run.evidence)), []);
  assert.equal(row.kills, KILLS);
  for (const name of ["after effect", "acknowledged", "broken", "effects", "unknown"] as const) {
    assert.ok(row[name] > 0, `the kills met hardly anything: ${name} is ${row[name]}`);
  }
  assert.ok(
    run.load.repeats > 0 && run.load.conflicts > 0,
    "keys were used again, with the same and with other bodies",
  );
});
