import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody } from "../evidence/load.ts";
import type { Json } from "../noun/json.ts";
import type { KpiSample } from "./readings.ts";
import { selectValue } from "./select-value.ts";

const none = { summary: null, load: null, exposition: null };
const SHARE = {
  from: "share",
  of: ["fills.maker_volume", "fills.maker_count"],
  rest: ["fills.taker_volume", "fills.taker_count"],
} as const;
const shareOf = (fills: Json): number | null => selectValue(SHARE, { ...none, summary: { fills } });

test("from the summary", () => {
  const summary = { latency: { p95: 320 }, net_bps: 0 };
  assert.equal(selectValue({ from: "summary", path: "latency.p95" }, { ...none, summary }), 320);
  assert.equal(selectValue({ from: "summary", path: "net_bps" }, { ...none, summary }), 0);
  assert.equal(selectValue({ from: "summary", path: "latency.p99" }, { ...none, summary }), null);
  assert.equal(selectValue({ from: "summary", path: "net_bps" }, none), null);
});

test("the maker's share is by volume, and by count where there is no volume", () => {
  const counts = { maker_count: 1, taker_count: 3 };
  assert.equal(shareOf({ maker_volume: 17, taker_volume: 3, ...counts }), 85);
  assert.equal(shareOf(counts), 25);
  assert.equal(shareOf({ maker_volume: null, taker_volume: 3, ...counts }), 25);
  assert.equal(shareOf({ maker_volume: 0, taker_volume: 0, ...counts }), 25);
  assert.equal(shareOf({ maker_volume: 0, taker_volume: 5, ...counts }), 0);
});

test("a share of nothing is none, and a volume that makes no sense is not passed over", () => {
  const counts = { maker_count: 1, taker_count: 3 };
  assert.equal(shareOf({}), null);
  assert.equal(shareOf({ maker_volume: 0, taker_volume: 0 }), null);
  assert.equal(shareOf({ maker_count: 0, taker_count: 0 }), null);
  assert.equal(shareOf({ maker_volume: -1, taker_volume: 3, ...counts }), null);
  assert.equal(shareOf({ maker_volume: "17", taker_volume: 3, ...counts }), null);
  assert.equal(shareOf({ maker_volume: 1.7e308, taker_volume: 1.7e308, ...counts }), null);
  assert.equal(selectValue({ ...SHARE, rest: [] }, { ...none, summary: { fills: { maker_volume: 1 } } }), null);
});

test("from a load run, and never from one that is invalid", () => {
  const load = { validity: "valid", response: { p95: 41.5 }, queue: null } as unknown as LoadBody;
  assert.equal(selectValue({ from: "load", path: "response.p95" }, { ...none, load }), 41.5);
  assert.equal(selectValue({ from: "load", path: "queue.max" }, { ...none, load }), null);
  assert.equal(
    selectValue({ from: "load", path: "response.p95" }, { ...none, load: { ...load, validity: "invalid" } }),
    null,
  );
  assert.equal(selectValue({ from: "load", path: "response.p95" }, none), null);
});

test("from two scrapes, and from none", () => {
  const selector = { from: "prometheus", metric: "done_total", labels: {}, as: "rate" } as const;
  const at = (value: number): KpiSample[] => [{ name: "done_total", labels: new Map(), value }];
  const exposition = { before: at(10), after: at(30), elapsedMs: 4000 };
  assert.equal(selectValue(selector, { ...none, exposition }), 5);
  assert.equal(selectValue(selector, none), null);
});
