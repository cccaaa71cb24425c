import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { LEDGER_FILE } from "@holdpoint/ledger";
import { scratch } from "@holdpoint/testkit";
import { forgetJournal } from "./fixture/forget-journal.ts";
import { judge } from "./fixture/judge.ts";
import { runKillLoop } from "./fixture/kill-loop.ts";

test("the loop catches an adapter that claims an idempotency which its other side does not have", async (t) => {
  const folder = join(scratch(t), "run");
  const run = await runKillLoop({ folder, kills: 4, seed: 3, clients: 24, onceIsDeclaredIdempotent: true });
  const { doubled } = judge(run.evidence);
  assert.ok(doubled.length > 0, "nothing was done twice");
  assert.match(doubled[0] ?? "", /was done \d+ times|had \d+ effects/);
});

test("the loop catches a disk that forgets what it said was on it", async (t) => {
  const folder = join(scratch(t), "run");
  const forget = (dataDir: string): void => {
    const frames = forgetJournal(join(dataDir, `${LEDGER_FILE}-wal`), 0.5);
    assert.ok(frames > 0, "there was something to forget");
  };
  const found = await runKillLoop({ folder, kills: 1, seed: 4, clients: 24, afterKill: forget }).then(
    ({ evidence }) => judge(evidence).lost,
    (error: unknown) => [String(error)],
  );
  // Either a client misses what it was told, or the checkpoints outside the store say that its end is gone.
  assert.match(found[0] ?? "nothing", /which is not there|had ended|HP-LEDGER-CORRUPT/);
});
