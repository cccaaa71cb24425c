import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LOAD_WINDOWS_MAX } from "../../evidence/load.ts";
import { loadSecond as second, loadSlice as slice, runSecond as workerSecond } from "@holdpoint/testkit";
import { RunTally } from "./run-tally.ts";
import { windowSizeS } from "./window-size.ts";
import { WindowTally } from "./window-tally.ts";

describe("windows", () => {
  test("never more than a report holds, for any length of a run", () => {
    for (const seconds of [1, 600, 601, 3600, 86_400, 604_800, 5_000_000]) {
      const size = windowSizeS(seconds);
      assert.ok(Math.ceil(seconds / size) <= LOAD_WINDOWS_MAX, `${seconds} s in windows of ${size} s`);
    }
    assert.deepEqual([windowSizeS(600), windowSizeS(601), windowSizeS(86_400)], [1, 2, 300]);
  });

  test("seconds make windows without a gap; a second without answers is shown, not filled", () => {
    const tally = new WindowTally(2);
    tally.take(second(0, [1000, 3000], { queued: 4, lag: slice(700) }));
    tally.take(second(1, [5000], { queued: 2, lag: slice(900), failed: 1, dropped: 1 }));
    tally.take(second(2));
    const [first, last, ...more] = tally.finish();
    assert.deepEqual(more, []);
    assert.deepEqual([first?.startMs, first?.sizeMs, last?.startMs, last?.sizeMs], [0, 2000, 2000, 1000]);
    assert.deepEqual([first?.sent, first?.failed, first?.dropped, first?.queued, first?.lagMax], [3, 1, 1, 2, 0.9]);
    assert.deepEqual([first?.response?.count, first?.response?.max], [3, 5]);
    assert.deepEqual([last?.response, last?.lagMax], [null, null]);
    assert.deepEqual(new WindowTally(1).finish(), []);
  });
});

describe("sums of a run", () => {
  test("totals, series, failures and checks", () => {
    const tally = new RunTally(1);
    const home = { of: "endpoint", name: "home" } as const;
    tally.take(
      workerSecond(0, [second(0, [1000, 2000], { lag: slice(5) }), second(0, [1000], { series: home })], {
        checksPassed: [["b", 1]],
        failures: [["x", 1]],
      }),
    );
    tally.take(
      workerSecond(1, [second(1, [9000]), second(1, [], { series: home })], {
        checksFailed: [
          ["a", 2],
          ["b", 1],
        ],
        failures: [["x", 2]],
      }),
    );
    assert.deepEqual(tally.totals, { due: 3, sent: 3, completed: 3, failed: 0, dropped: 0 });
    assert.deepEqual([tally.seconds, tally.started, tally.lag.count], [2, 3, 1]);
    const [run, endpoint] = tally.series();
    assert.deepEqual(run?.response, slice(1000, 2000, 9000));
    assert.deepEqual([endpoint?.of, endpoint?.name, endpoint?.summary?.count], ["endpoint", "home", 1]);
    assert.deepEqual(tally.failures, [["x", 3]]);
    assert.deepEqual(tally.checks(), [
      { check: "a", passed: 0, failed: 2 },
      { check: "b", passed: 1, failed: 1 },
    ]);
    assert.equal(tally.windows().length, 2);
  });

  test("a second that is not the next one is refused; a run of nothing has no figures", () => {
    const tally = new RunTally(1);
    assert.throws(() => tally.take(workerSecond(1, [second(1)])), RangeError);
    assert.deepEqual(tally.totals, { due: 0, sent: 0, completed: 0, failed: 0, dropped: 0 });
    assert.deepEqual([tally.response.summary(), tally.service.summary()], [null, null]);
    assert.deepEqual([tally.series(), tally.windows(), tally.checks()], [[], [], []]);
  });
});
