import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { parseObjective } from "@holdpoint/core";
import type { StoredRunTerms } from "./stored-run.ts";
import { StoredRun } from "./stored-run.ts";
import { header, second } from "./testing-seconds.ts";

const WHOLE: StoredRunTerms = { fromS: 0, toS: null, objectives: [], version: "1" };
const VALID = { validity: "valid", reasons: [] } as const;

/** Ten seconds of 100 answers that take 10 ms more each second, then one of the drain. */
function run(terms: Partial<StoredRunTerms> = {}): StoredRun {
  const stored = new StoredRun(header(), { ...WHOLE, ...terms });
  for (let at = 0; at < 10; at += 1) stored.take([second(at, 100, 10 * (at + 1))]);
  stored.take([second(10, 0, 0)]);
  return stored;
}

function figures(body: LoadBody): unknown[] {
  const { due, sent, completed, durationMs, achieved, response } = body;
  return [due, sent, completed, durationMs, achieved, response?.count, Math.round(response?.max ?? 0)];
}

describe("a stored run", () => {
  test("comes to what it was, without the drain in its length", () => {
    const body = run().body(VALID);
    assert.deepEqual(figures(body), [1000, 1000, 1000, 10_000, 100, 1000, 100]);
    assert.deepEqual([body.trust, body.terms.model, body.windows.length], ["open-both-clocks", "open", 11]);
    assert.deepEqual([body.validity, body.target, body.failures], ["valid", null, []]);
  });

  test("a part has its own figures and begins at 0", () => {
    const part = run({ fromS: 2, toS: 5 });
    const body = part.body(VALID);
    assert.deepEqual(figures(body), [300, 300, 300, 3000, 100, 300, 50]);
    assert.deepEqual(
      body.windows.map(({ startMs }) => startMs),
      [0, 1000, 2000],
    );
    assert.equal(part.response.count, 300);
    assert.equal(part.hlog.split("\n").filter((line) => /^\d/.test(line)).length, 3);
  });

  test("objectives are judged on the whole of it", () => {
    const slo = run({ objectives: ["p80 <= 95ms", "p80 <= 50ms"].map((text) => parseObjective(text)) }).body(VALID).slo;
    assert.deepEqual(
      slo.map(({ outcome }) => outcome),
      ["pass", "fail"],
    );
  });

  test("a run that was invalid stays so, and judges nothing", () => {
    const reasons = [{ code: "aborted", text: "ended" }];
    const body = run({ objectives: [parseObjective("p90 <= 1s")] }).body({ validity: "invalid", reasons });
    assert.deepEqual([body.validity, body.reasons, body.slo[0]?.outcome], ["invalid", reasons, "invalid"]);
  });

  test("a part without a second, or a run without one, is invalid", () => {
    for (const stored of [run({ fromS: 50 }), new StoredRun(header(), WHOLE)]) {
      const body = stored.body(VALID);
      assert.deepEqual([body.validity, body.reasons[0]?.code, body.achieved], ["invalid", "no-samples", null]);
    }
  });

  test("a closed model is not trusted like an open one", () => {
    const phases = [{ name: "main", durationMs: 1000, arrival: "closed" }];
    const stored = new StoredRun(header({ phases }), WHOLE);
    stored.take([second(0, 1, 1)]);
    assert.equal(stored.body(VALID).trust, "closed-service-only");
  });
});
