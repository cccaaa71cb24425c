import assert from "node:assert/strict";
import { test } from "node:test";
import type { KpiSelector } from "./kpi.ts";
import { toldInSummary } from "./told-in-summary.ts";

const SUMMARY = { risk: 0.4, maker: 3, taker: 1, response: { p95: 120 } };
const told = (select: KpiSelector, problem: { code: string; text: string } | null = null): unknown =>
  toldInSummary(select, { summary: SUMMARY, problem });

test("summaries and shares are told, or are a gap", () => {
  assert.equal(told({ from: "summary", path: "risk" }), 0.4);
  assert.equal(told({ from: "summary", path: "rusk" }), null);
  assert.equal(told({ from: "share", of: ["maker"], rest: ["taker"] }), 75);
});

test("a figure of a load is told as far as its summary keeps it; a scrape is not kept", () => {
  assert.equal(told({ from: "load", path: "response.p95" }), 120);
  assert.equal(told({ from: "load", path: "windows.0.p95" }), undefined);
  assert.equal(told({ from: "prometheus", metric: "errors_total", labels: {}, as: "rate" }), undefined);
});

test("what failed, and what said nothing, has no values, wherever they come from", () => {
  const failed = { code: "HP-SOAK-LOAD", text: "rate missed" };
  assert.equal(told({ from: "summary", path: "risk" }, failed), null);
  assert.equal(told({ from: "load", path: "response.p95" }, failed), null);
  const select: KpiSelector = { from: "prometheus", metric: "errors_total", labels: {}, as: "rate" };
  assert.equal(toldInSummary(select, { summary: null, problem: null }), null);
});
