import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeHost } from "../testing.ts";
import { RunningSteps } from "./running-steps.ts";
import { terminalProgress } from "./terminal-progress.ts";

const STARTED = { type: "started", kind: "suite", id: "unit" } as const;
const ENDED = { type: "ended", kind: "suite", id: "unit", durationMs: 12_345, ended: "exit 0" } as const;

test("what has ended stays, what runs is one line", () => {
  const steps = new RunningSteps();
  assert.equal(steps.line(0, 80), "");
  assert.equal(steps.take(STARTED, 1_000), null);
  assert.equal(steps.take({ ...STARTED, id: "other" }, 2_000), null);
  assert.match(steps.line(3_000, 80), /^. suite unit 2\.0 s · suite other 1\.0 s$/);
  assert.match(steps.take(ENDED, 4_000) ?? "", /^ {2}suite unit +12\.3 s {2}exit 0$/);
  assert.match(steps.line(4_000, 80), /^. suite other 2\.0 s$/);
});

test("the line never wraps", () => {
  const steps = new RunningSteps();
  for (let index = 0; index < 20; index += 1) steps.take({ ...STARTED, id: `suite-${index}` }, 0);
  assert.ok(steps.line(0, 40).length < 40);
  assert.ok(steps.line(0, 1).length <= 1);
});

test("an end without a beginning is still told", () => {
  assert.match(new RunningSteps().take(ENDED, 0) ?? "", /suite unit/);
});

test("a terminal sees it redrawn, and nothing is left over at the end", () => {
  let tick = (): void => undefined;
  let stopped = 0;
  const host = fakeHost("/", {
    terminal: true,
    every: (_, call) => {
      tick = call;
      return () => (stopped += 1);
    },
  });
  const progress = terminalProgress(host, { quiet: false, json: false });
  progress.onProgress(STARTED);
  tick();
  progress.onProgress(ENDED);
  progress.stop();
  assert.equal(stopped, 1);
  assert.equal(host.printed.stdout, "");
  assert.match(host.printed.stderr, /suite unit +12\.3 s {2}exit 0\n/);
  assert.ok(host.printed.stderr.endsWith("\r\u001b[2K"));
});

test("without a terminal, quiet or with JSON there is nothing at all", () => {
  for (const [terminal, quiet, json] of [
    [false, false, false],
    [true, true, false],
    [true, false, true],
  ] as const) {
    const host = fakeHost("/", { terminal, every: () => assert.fail("no timer is wanted") });
    const progress = terminalProgress(host, { quiet, json });
    progress.onProgress(STARTED);
    progress.onProgress(ENDED);
    progress.stop();
    assert.deepEqual(host.printed, { stdout: "", stderr: "" });
  }
});
