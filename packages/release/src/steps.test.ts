import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProgressEvent } from "./result.ts";
import { Steps } from "./steps.ts";

function watched(): { steps: Steps; events: ProgressEvent[] } {
  const events: ProgressEvent[] = [];
  let nowMs = 0;
  return {
    events,
    steps: new Steps(
      () => (nowMs += 5),
      (event) => events.push(event),
    ),
  };
}

test("a step is told when it starts and ends, and kept", async () => {
  const { steps, events } = watched();
  assert.equal(
    await steps.measure(
      "gate",
      "tests",
      () => "PASS",
      (word) => word,
    ),
    "PASS",
  );
  assert.deepEqual(
    events.map(({ type }) => type),
    ["started", "ended"],
  );
  assert.deepEqual(steps.results, [{ kind: "gate", id: "tests", durationMs: 5, ended: "PASS" }]);
});

test("a step that throws ends as failed, and still throws", async () => {
  const { steps, events } = watched();
  await assert.rejects(
    steps.measure("gate", "tests", () => Promise.reject(new Error("no")), String),
    /no/,
  );
  assert.equal(events.at(-1)?.type, "ended");
  assert.equal(steps.results[0]?.ended, "failed");
});
