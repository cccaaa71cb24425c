import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, SoakBody } from "@holdpoint/core";
import { soak } from "../scenes/soak.ts";
import { kpiFactsNow, kpiFactsThen, soakFacts } from "./soak-facts.ts";

const input = (bodies: readonly SoakBody[], facts: unknown = {}): CheckInput =>
  ({ of: () => bodies.map((body) => ({ evidence: { body } })), baseline: { facts } }) as unknown as CheckInput;

test("each KPI that has a value is a fact, in the order of names whatever the order of evidence", () => {
  const two = [soak({ id: "z" }), soak({ id: "a" })];
  const facts = kpiFactsNow(input(two));
  assert.deepEqual(
    facts.map(({ soak: id, kpi }) => `${id} ${kpi}`),
    ["a net_bps", "a p95_ms", "z net_bps", "z p95_ms"],
  );
  assert.deepEqual(kpiFactsNow(input(two.toReversed())), facts);
  assert.deepEqual(facts[1], { soak: "a", kpi: "p95_ms", value: 305.5, operator: "<=" });
});

test("a KPI without a value leaves no fact, and a soak that is not there leaves none", () => {
  const strict = soak().kpis.strict.map((result) => ({ ...result, value: null }));
  assert.deepEqual(kpiFactsNow(input([soak({ kpis: { strict, soft: [] } })])), []);
  assert.deepEqual(soakFacts(input([])), { kpis: [] });
});

test("what is left is what is read again", () => {
  const left = soakFacts(input([soak()]));
  assert.deepEqual(kpiFactsThen(input([], { "soak-kpi": left })), kpiFactsNow(input([soak()])));
});

test("what is no fact is none at all", () => {
  const [fact] = kpiFactsNow(input([soak()]));
  for (const wrong of [{ value: "3" }, { value: null }, { operator: "<" }, { kpi: 1 }, { soak: undefined }])
    assert.equal(kpiFactsThen(input([], { "soak-kpi": { kpis: [{ ...fact, ...wrong }] } })), null);
  assert.equal(kpiFactsThen(input([], {})), null);
  assert.equal(kpiFactsThen({ ...input([]), baseline: null }), null);
});
