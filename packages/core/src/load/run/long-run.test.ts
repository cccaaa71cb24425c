import assert from "node:assert/strict";
import { test } from "node:test";
import { loadSecond as second, loadSlice as slice, runSecond as workerSecond } from "@holdpoint/testkit";
import { LOAD_WINDOWS_MAX } from "../../evidence/load.ts";
import { RunTally } from "./run-tally.ts";
import { windowSizeS } from "./window-size.ts";

const DAY_S = 86_400;
const DRAIN_S = 7;
const RATE_PER_S = 1000;
/** Once an hour the server is slow for a second. */
const isSlow = (at: number): boolean => at % 3600 === 1800;

const EMPTY = second(0);
const QUICK = { response: slice(2000), lag: slice(100) };
const SLOW = { response: slice(900_000), lag: slice(7000) };

test("a day of 1,000 a second: windows without a gap, every second counted once, a slow second seen", () => {
  const sizeS = windowSizeS(DAY_S + DRAIN_S);
  const tally = new RunTally(sizeS);
  for (let at = 0; at < DAY_S + DRAIN_S; at += 1) {
    const count = at < DAY_S ? RATE_PER_S : 1;
    const { response, lag } = isSlow(at) ? SLOW : QUICK;
    const run = { ...EMPTY, second: at, due: count, sent: count, completed: count, response, service: response, lag };
    tally.take(workerSecond(at, [run], { started: count }));
  }
  const windows = tally.windows();
  assert.ok(windows.length <= LOAD_WINDOWS_MAX && windows.length > LOAD_WINDOWS_MAX / 3, `${windows.length}`);
  let [startMs, sent, slow] = [0, 0, 0];
  for (const window of windows) {
    assert.equal(window.startMs, startMs);
    startMs += window.sizeMs;
    sent += window.sent;
    if ((window.response?.max ?? 0) >= 900) slow += 1;
    assert.equal(window.lagMax, (window.response?.max ?? 0) >= 900 ? 7 : 0.1);
  }
  assert.deepEqual([startMs, sent, slow], [(DAY_S + DRAIN_S) * 1000, DAY_S * RATE_PER_S + DRAIN_S, 24]);
  assert.equal(windows.at(-1)?.sizeMs, DRAIN_S * 1000, "the drain is the last, shorter one");
  assert.deepEqual([tally.totals.due, tally.started, tally.seconds], [sent, sent, DAY_S + DRAIN_S]);
  assert.deepEqual([tally.response.count, tally.response.countAbove(800_000)], [DAY_S + DRAIN_S, 24]);
});
