import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LogHistogram } from "@holdpoint/core";
import { loadBody, loadWindow, sloResult, troubledBody } from "../../load/testing-load-body.ts";
import { chart } from "./load-chart.ts";
import { loadCharts } from "./load-charts.ts";
import { percentileCurve } from "./load-curve.ts";
import { isMissed, latencyLimits } from "./load-limits.ts";
import { linearScale } from "./load-scale.ts";

describe("a chart", () => {
  const base = { id: "c", title: "T", told: "words", yText: String, xTicks: [[0, "0 s"]], xTitle: "x" } as const;

  test("a gap breaks the line, and a point between gaps is a dot", () => {
    const points = [
      [0, 0],
      [0.25, 10],
      [0.5, null],
      [0.75, 5],
      [1, null],
    ] as const;
    const { text } = chart({
      ...base,
      lines: [{ name: "a", look: "first", points }],
      scale: linearScale(10),
      limits: [
        [10, "limit"],
        [1, "low"],
      ],
      bands: [[0.5, 0.75]],
    });
    assert.match(text, /d="M70 216L239\.5 12M578\.5 114h0"/);
    assert.match(text, /<rect\s+class="band"\s+x="409"\s+y="12"\s+width="169\.5"\s+height="204"/);
    assert.match(text, /role="img" aria-labelledby="c-title c-told"/);
    assert.match(text, /<desc id="c-told">words<\/desc>/);
    assert.match(text, /beyond a limit/);
    // The label of a limit at the top stands below its line, any other one above it.
    assert.match(text, /y="26"[^>]*>\s*limit/);
    assert.match(text, /y="191\.6"[^>]*>\s*low/);
    assert.ok(!text.includes("NaN") && !text.includes("style="));
  });

  test("labels of limits that lie close do not stand on one another", () => {
    const limits = [7.9, 8, 8.1].map((value) => [value, `limit ${value}`] as const);
    const { text } = chart({ ...base, lines: [], scale: linearScale(10), limits, bands: [] });
    const places = [...text.matchAll(/limit-text"\s+x="748"\s+y="([\d.]+)"/g)].map(([, y]) => Number(y));
    assert.equal(places.length, 3);
    for (const [at, y] of places.slice(1).entries()) assert.ok(y - (places[at] ?? 0) >= 14, String(places));
  });
});

describe("charts of a run", () => {
  test("latency, rate and percentiles; every figure that is drawn is a number", () => {
    const texts = loadCharts(loadBody()).map(({ text }) => text);
    assert.deepEqual(
      texts.map((text) => /id="([a-z]+)"/.exec(text)?.[1]),
      ["latency", "rate", "percentiles"],
    );
    for (const text of texts) assert.doesNotMatch(text, /NaN|Infinity|undefined/);
    assert.match(texts[0] ?? "", /p99 of response time &lt;= 12 ms/);
    assert.match(texts[0] ?? "", /Worst p99 of a window 19\.0 ms; 7 of 10 windows/);
    assert.match(texts[2] ?? "", />\s*99\.9 %\s*</);
  });

  test("without an answer there is only a rate; without a window nothing", () => {
    const silent = loadWindow(0, { response: null, service: null, completed: 0 });
    const bare = loadBody({ windows: [silent], series: [] });
    assert.deepEqual(
      loadCharts(bare).map(({ text }) => /id="([a-z]+)"/.exec(text)?.[1]),
      ["rate"],
    );
    assert.deepEqual(loadCharts(loadBody({ windows: [], series: [] })), []);
  });

  test("failures and what waits have lines of their own; hostile text is escaped", () => {
    const text = loadCharts(troubledBody("<b>"))
      .map((one) => one.text)
      .join("");
    assert.match(text, /failed or dropped a second/);
    assert.match(text, /waiting for a connection/);
    assert.ok(!text.includes("<b>") && !/NaN|Infinity/.test(text));
  });
});

describe("limits", () => {
  test("those of percentiles of everything, by the clock and percentile they name", () => {
    const of = (text: string, over: object = {}): unknown => latencyLimits([sloResult({ text, bound: 20, ...over })]);
    assert.deepEqual(of("p99.9 of service time <= 20 ms"), [
      { clock: "service", key: "p999", maxMs: 20, text: "p99.9 of service time" },
    ]);
    assert.deepEqual(of("p97 of response time <= 20 ms"), []);
    assert.deepEqual(of("p99 of response time <= 20 ms", { scope: { phase: "a", endpoint: null, tag: null } }), []);
    assert.deepEqual(of("99% ok", { kind: "events" }), []);
    assert.deepEqual(of("rate of successes >= 5/s", { kind: "throughput" }), []);
    assert.deepEqual(of("99.9% ok within 300 ms of response time", { kind: "events", bound: 0.999 }), [
      { clock: "response", key: "p999", maxMs: 300, text: "99.9% of response time" },
    ]);
  });

  test("those of one value are one line with both names", () => {
    const slo = ["p99", "p95", "p99"].map((name) => sloResult({ text: `${name} of response time <= 12 ms` }));
    const text = loadCharts(loadBody({ slo }))[0]?.text ?? "";
    assert.equal(text.match(/class="limit"/g)?.length, 1);
    assert.match(text, /p99 of response time, p95 of response time &lt;= 12 ms/);
  });

  test("a window is missed beyond a limit or with a failure, and not for what it does not have", () => {
    const limits = latencyLimits([sloResult({ bound: 12 })]);
    assert.ok(!isMissed(loadWindow(2), limits));
    assert.ok(isMissed(loadWindow(3), limits));
    assert.ok(isMissed(loadWindow(0, { dropped: 1 }), limits));
    assert.ok(!isMissed(loadWindow(3, { response: null }), limits));
  });
});

describe("the curve of percentiles", () => {
  test("rises, and ends where the last nine is one request", () => {
    const histogram = new LogHistogram();
    for (let ms = 1; ms <= 1000; ms += 1) histogram.record(ms * 1000);
    const curve = percentileCurve(histogram.toSlice());
    assert.equal(curve.at(-1)?.[0], 3);
    for (const [index, [, ms]] of curve.entries()) assert.ok(index === 0 || ms >= (curve[index - 1]?.[1] ?? 0));
    const p90 = curve.find(([nines]) => Math.abs(nines - 1) < 1e-9)?.[1] ?? 0;
    assert.ok(Math.abs(p90 - 900) < 9, String(p90));
  });

  test("nothing has none, one value has a short one", () => {
    assert.deepEqual(percentileCurve(null), []);
    const one = new LogHistogram();
    one.record(5000);
    assert.ok(percentileCurve(one.toSlice()).every(([, ms]) => Math.round(ms) === 5));
  });
});
