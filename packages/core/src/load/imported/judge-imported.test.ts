import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSlice } from "@holdpoint/testkit";
import fc from "fast-check";
import type { LoadBody, ToldLatency } from "../../evidence/load.ts";
import { LogHistogram } from "../../histogram/log-histogram.ts";
import type { HistogramSlice, LatencySummary } from "../../histogram/slice.ts";
import { parseObjective } from "../../slo/parse-objective.ts";
import type { SloResult } from "../../slo/objective.ts";
import { judgeImported } from "./judge-imported.ts";
import { importedLoad, importedWindow } from "./testing-imported.ts";

function judged(body: LoadBody, text: string): SloResult {
  return judgeImported(body, [parseObjective(text)])[0] ?? assert.fail();
}
const outcome = (body: LoadBody, text: string): string => judged(body, text).outcome;

/** So many of so many milliseconds. */
function slice(...parts: readonly (readonly [count: number, ms: number])[]): HistogramSlice {
  const histogram = new LogHistogram();
  for (const [count, ms] of parts) if (count > 0) histogram.record(ms * 1000, count);
  return histogram.toSlice() ?? assert.fail();
}

const told = (over: Partial<ToldLatency> = {}): ToldLatency => ({
  count: 10_000,
  min: 1,
  mean: 20,
  max: 900,
  percentiles: [
    { name: "p95", q: 0.95, ms: 100 },
    { name: "p99", q: 0.99, ms: 200 },
    { name: "p99.9", q: 0.999, ms: 280 },
  ],
  ...over,
});
const sampled = (body: Partial<LoadBody>, ...parts: readonly (readonly [number, number])[]): LoadBody =>
  importedLoad(body, { service: slice(...parts) });

describe("a limit of time", () => {
  test("of every request is judged by its interval", () => {
    const at = (slow: number): LoadBody => sampled({}, [10_000 - slow, 20], [slow, 400]);
    assert.deepEqual(
      [0, 75, 100, 125].map((slow) => outcome(at(slow), "p99 < 300ms")),
      ["pass", "pass", "inconclusive", "fail"],
    );
    const { interval, observed, samples, minSamples, bound } = judged(at(0), "p99 < 300ms");
    assert.deepEqual([interval, observed, samples, minSamples, bound], [[20, 20], 20, 10_000, 1000, 300]);
    assert.equal(outcome(at(50), "99% ok under 300ms"), "pass");
    assert.deepEqual([outcome(at(101), "99% ok under 300ms"), outcome(at(101), "99% ok")], ["fail", "pass"]);
  });

  test("of printed percentiles passes only by one beyond the interval, and fails only by one below it", () => {
    const body = importedLoad({}, { told: told() });
    assert.deepEqual(
      ["p99 < 280ms", "p99 < 279ms", "p99 < 200ms", "p99 < 99ms", "p95 < 200ms", "p99.9 < 900ms"].map((one) =>
        outcome(body, one),
      ),
      ["pass", "inconclusive", "inconclusive", "fail", "pass", "pass"],
    );
    assert.deepEqual(judged(body, "p99 < 300ms").interval, [100, 280]);
    assert.match(judged(body, "p99 < 250ms").reason, /^p99 is between 100 ms and 280 ms by what is printed, the limit/);
    assert.deepEqual(
      ["98% ok under 200ms", "99.95% ok under 280ms", "99.5% ok under 100ms"].map((one) => outcome(body, one)),
      ["pass", "inconclusive", "fail"],
    );
    assert.match(
      judged(body, "99.95% ok under 280ms").reason,
      /^1 to 11 of 10000 requests were bad by what is printed$/,
    );
  });

  test("of a printed percentile and nothing else is not decided, nor is one of an unknown number", () => {
    const only = { min: null, max: null, percentiles: [{ name: "p99", q: 0.99, ms: 20 }] };
    assert.equal(outcome(importedLoad({}, { told: told(only) }), "p99 < 300ms"), "inconclusive");
    const { reason } = judged(importedLoad({}, { told: told({ count: null }) }), "p99 < 300ms");
    assert.equal(reason, "it does not tell times, or not of how many requests");
    assert.equal(outcome(importedLoad(), "99% ok under 1h"), "inconclusive");
    assert.equal(outcome(importedLoad({ completed: 999 }, { told: told({ count: 999 }) }), "p99 < 1h"), "inconclusive");
  });

  test("is never kept by what cannot show it, and says why; missed it may be", () => {
    const wrong: readonly (readonly [over: Partial<LoadBody>, why: RegExp])[] = [
      [{ trust: "closed-service-only", tool: { name: "wrk", version: null } }, /but wrk waited for an answer .*closed/],
      [{ trust: "unknown" }, /but the file of k6 does not say how requests arrived$/],
      [{ tool: { name: "vegeta", version: null } }, /but vegeta timed from the actual send/],
      [{ trust: "open-both-clocks" }, /but k6 told no response time$/],
    ];
    for (const [over, why] of wrong) {
      for (const [text, missed] of [
        ["p99 < 300ms", "p99 < 10ms"],
        ["99% ok under 300ms", "99% ok under 10ms"],
        ["p50 < 300ms over 10s", "p50 < 10ms over 10s"],
      ] as const) {
        const times: LatencySummary = {
          count: 1000,
          min: 20,
          mean: 20,
          p50: 20,
          p90: 20,
          p95: 20,
          p99: 20,
          p999: 20,
          max: 20,
        };
        const windows = [importedWindow(0, { service: times }), importedWindow(1, { service: times })];
        const body = sampled({ ...over, windows }, [10_000, 20]);
        assert.equal(judged(body, text).outcome, "inconclusive", `${text} ${String(why)}`);
        assert.match(judged(body, text).reason, why);
        assert.equal(outcome(body, missed), "fail");
        assert.equal(outcome(body, "99.9% ok"), "pass", "how many failed is known whatever the model");
      }
    }
    for (const name of ["k6", "artillery", "gatling"])
      assert.equal(outcome(sampled({ tool: { name, version: null } }, [10_000, 20]), "p99 < 300ms"), "pass");
  });

  test("counts what failed and what was dropped as slower than any limit", () => {
    const body = (failed: number, dropped: number): LoadBody => sampled({ failed, dropped }, [10_000 + failed, 20]);
    assert.deepEqual(
      [body(50, 0), body(0, 50), body(150, 0), body(0, 150)].map((one) => outcome(one, "p99 < 300ms")),
      ["pass", "pass", "fail", "fail"],
    );
    const lost = judged(body(150, 5), "p99 < 300ms");
    assert.match(
      lost.reason,
      /a failure by every request, .*; 150 failed and 5 were dropped, which is slower than any/,
    );
    assert.equal(lost.interval, null);
  });

  test("tells fast failures apart from fast answers where the file does, and allows for them where it does not", () => {
    const service = slice([9000, 20], [1000, 500]);
    const failures = { completed: 9900, failed: 100 };
    const apart = (ms: number): LoadBody => importedLoad(failures, { service, failedService: slice([100, ms]) });
    const share = "89% ok under 300ms";
    assert.deepEqual([outcome(apart(20), share), outcome(apart(500), share)], ["pass", "pass"]);
    const tight = "89.95% ok under 300ms";
    assert.deepEqual([outcome(apart(20), tight), outcome(apart(500), tight)], ["fail", "pass"]);
    assert.equal(outcome(importedLoad(failures, { service }), tight), "inconclusive");
  });

  test("never says more than the requests themselves do", () => {
    const rank = { fail: 0, inconclusive: 1, pass: 2 } as const;
    const counts = fc.record({ fast: fc.nat(3000), slow: fc.nat(60), failed: fc.nat(40), dropped: fc.nat(40) });
    fc.assert(
      fc.property(counts, fc.boolean(), ({ fast, slow, failed, dropped }, areFast) => {
        const completed = fast + slow;
        const all = slice([fast + (areFast ? failed : 0) + 1, 20], [slow + (areFast ? 0 : failed), 400]);
        const exact = importedLoad(
          { completed: completed + 1, failed, dropped },
          failed === 0 ? { service: all } : { service: all, failedService: slice([failed, areFast ? 20 : 400]) },
        );
        const mixed = importedLoad({ completed: completed + 1, failed, dropped }, { service: all });
        const summary = LogHistogram.ofSlice(all).summary() ?? assert.fail();
        const printed = importedLoad({ completed: completed + 1, failed, dropped, service: summary });
        for (const text of ["p99 < 300ms", "p95 < 300ms", "99% ok under 300ms"]) {
          const truth = judged(exact, text).outcome as keyof typeof rank;
          for (const body of [mixed, printed]) {
            const said = judged(body, text).outcome as keyof typeof rank;
            assert.ok(said === "inconclusive" || said === truth, `${text}: ${said} beside ${truth}`);
          }
        }
      }),
    );
  });
});

describe("counts and rates", () => {
  test("a share of good requests has its budget, of any model", () => {
    const body = importedLoad({ trust: "closed-service-only", completed: 9995, failed: 5 });
    const { outcome: said, budget, observed } = judged(body, "99.9% ok");
    assert.deepEqual([said, observed, budget], ["pass", 0.9995, { allowed: 10, spent: 5, burnRate: 0.5, alerts: [] }]);
    assert.equal(outcome(body, "99.99% ok with 10 samples"), "inconclusive");
    assert.equal(outcome({ ...body, dropped: 6 }, "99.9% ok"), "fail");
  });

  test("a budget of which nobody knows what was spent is none", () => {
    assert.equal(judged(importedLoad({ trust: "closed-service-only" }), "99% ok under 300ms").budget, null);
    assert.deepEqual(judged(sampled({}, [10_000, 20]), "99% ok under 300ms").budget?.spent, 0);
  });

  test("a rate is missed only where the edges of the run cannot be the reason", () => {
    const rate = (completed: number, durationMs: number): string =>
      outcome(importedLoad({ completed, durationMs }), "rate >= 100/s");
    assert.deepEqual(
      [rate(1000, 10_000), rate(990, 10_000), rate(799, 10_000), rate(100, 1500), rate(0, 10_000)],
      ["pass", "inconclusive", "fail", "inconclusive", "inconclusive"],
    );
  });
});

describe("a part of a run", () => {
  const series = [
    { of: "endpoint", name: "GET /a", completed: 5000, failed: 10, response: null, summary: null } as const,
  ];
  const body = importedLoad({ series: [{ ...series[0], service: slice([5010, 20]) }] as never });

  test("is judged by its own counts and times, and what it may have lost", () => {
    assert.equal(outcome(body, 'p99 < 300ms on endpoint:"GET /a"'), "pass");
    assert.equal(outcome(body, '99.5% ok on endpoint:"GET /a"'), "pass");
    const dropped = { ...body, dropped: 60 };
    assert.deepEqual(
      [outcome(dropped, 'p99 < 300ms on endpoint:"GET /a"'), outcome(dropped, '99.5% ok on endpoint:"GET /a"')],
      ["inconclusive", "inconclusive"],
    );
  });

  test("that is not there is not decided, and says what is", () => {
    const reason = (text: string): string => judged(body, text).reason;
    assert.equal(reason("99% ok on endpoint:b"), 'nothing was measured of the endpoint "b": there were GET /a');
    assert.equal(reason("99% ok on tag:b"), 'nothing was measured of the tag "b": it tells no tag apart');
    assert.equal(reason("99% ok in phase:b"), 'nothing was measured of the phase "b": it tells no phase apart');
    assert.match(reason('99% ok on endpoint:"GET /a" in phase:b'), /^it does not tell the phase b apart/);
    assert.equal(outcome(body, "99% ok on endpoint:b"), "inconclusive");
  });
});

describe("windows", () => {
  const bad = importedWindow(1, { completed: 900, failed: 100 });
  const run = (...windows: readonly LoadBody["windows"][number][]): LoadBody => importedLoad({ windows });

  test("are judged where they fit into those of the file", () => {
    const body = run(importedWindow(0), bad, importedWindow(2), importedWindow(3));
    assert.deepEqual(
      ["95% ok over 10s", "95% ok over 10s max 1", "94% ok over 20s", "95% ok over 40s", "99% ok over 40s"].map((one) =>
        outcome(body, one),
      ),
      ["fail", "pass", "pass", "pass", "fail"],
    );
    assert.deepEqual(judged(body, "95% ok over 20s/20s").windows, { judged: 2, missed: 0, inconclusive: 0 });
    assert.deepEqual(judged(body, "95% ok over 10s").windows, { judged: 4, missed: 1, inconclusive: 0 });
  });

  test("of another length, uneven ones and none are not judged, and say so", () => {
    const reason = (body: LoadBody, text: string): string => judged(body, text).reason;
    assert.equal(
      reason(run(importedWindow(0)), "95% ok over 5s"),
      "its windows are of 10 s: none of 5 s can be judged",
    );
    assert.equal(reason(run(), "95% ok over 10s"), "it has no windows: none of 10 s can be judged");
    const uneven = run(importedWindow(0, { sizeMs: 5000 }), importedWindow(1), importedWindow(2));
    assert.match(reason(uneven, "95% ok over 10s"), /^its windows are of different lengths/);
    const rest = run(
      importedWindow(0),
      importedWindow(1),
      importedWindow(2, { sizeMs: 3000, completed: 0, failed: 9 }),
    );
    assert.equal(outcome(rest, "95% ok over 10s"), "pass", "what is left over is no window");
    assert.match(reason(run(importedWindow(0)), "95% ok over 20s"), /^no window of 20 s fits/);
    assert.match(judged(importedLoad({}, {}), '95% ok over 10s on endpoint:"a"').reason, /^nothing was measured/);
  });

  test("with a limit of time are judged by what each prints; one without a time is no kept one", () => {
    const times = (ms: number): LatencySummary => ({
      count: 1000,
      min: 1,
      mean: 2,
      p50: 2,
      p90: 3,
      p95: 3,
      p99: 5,
      p999: 7,
      max: ms,
    });
    const at = (index: number, ms: number): LoadBody["windows"][number] =>
      importedWindow(index, { service: times(ms) });
    assert.equal(outcome(run(at(0, 9), at(1, 9)), "p95 < 10ms over 10s"), "pass");
    assert.equal(outcome(run(at(0, 9), importedWindow(1)), "p95 < 10ms over 10s"), "inconclusive");
    assert.equal(outcome(run(at(0, 9), at(1, 9)), "p95 < 2ms over 10s"), "fail");
    assert.equal(outcome(run(at(0, 9), at(1, 9)), "p95 < 10ms over 20s"), "pass");
    assert.equal(
      outcome(run(importedWindow(0), importedWindow(1), importedWindow(2)), "rate >= 90/s over 10s"),
      "pass",
    );
  });
});

test("of an invalid run nothing is decided", () => {
  const body = { ...sampled({}, [10_000, 20]), validity: "invalid" } as const;
  for (const text of ["p99 < 300ms", "99% ok", "rate >= 1/s"]) assert.equal(outcome(body, text), "invalid");
});

test("objectives that are there twice are refused", () => {
  const twice = [parseObjective("99% ok"), parseObjective("99% ok")];
  assert.throws(() => judgeImported(importedLoad(), twice), { code: "HP-CONFIG-VALUE" });
  assert.deepEqual(judgeImported(importedLoad(), []), []);
  assert.equal(loadSlice(), null);
});
