import assert from "node:assert/strict";
import { test } from "node:test";
import type { Baseline, JsonObject } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { Shape, ShapeError } from "../json/shape.ts";
import { makeSigner } from "../keys/signer.ts";
import { Ledger } from "../ledger.ts";
import { CANDIDATE, judgementOf, ticking } from "../testing.ts";
import { promotionOf } from "../testing-run.ts";
import { MemoryStore, memoryTables } from "../testing-store.ts";
import { findBaseline, lastRecorded } from "./find-baseline.ts";
import type { Governance, GovernanceProblem } from "./governance.ts";
import { readBaseline, readPromotion } from "./read-baseline.ts";

const QUERY = { service: "trial", environment: "release" };
const EMPTY: Governance = {
  keys: [],
  revocations: [],
  promotions: [],
  pins: [],
  waivers: [],
  exceptions: [],
  exceptionEvents: [],
  files: [],
  problems: [],
};

function promotion(digit: string, day: number, patch: Partial<Baseline> = {}): Omit<Baseline, "choice"> {
  const verdict = `sha256:${digit.repeat(64)}`;
  const promotedAt = new Date(Date.UTC(2026, 0, day)).toISOString();
  return { ...promotionOf(judgementOf("r", []), verdict), promotedAt, ...patch };
}

const body = (said: unknown, profile = "release"): JsonObject => ({ profile, promotion: said }) as JsonObject;

function ledgerOf(...bodies: readonly JsonObject[]): Ledger {
  const { signer } = makeSigner();
  const store = new MemoryStore(memoryTables("o"), signer);
  const ledger = new Ledger({ store, signer, checkpoints: { write: () => undefined }, nowMs: ticking() });
  for (const one of bodies) ledger.append([{ kind: "verdict", run: "r", body: one }]);
  return ledger;
}

function committed(...list: readonly Omit<Baseline, "choice">[]): Governance {
  const promotions = list.map((one, index) => ({
    file: `promotions/${index}.dsse.json`,
    digest: `sha256:${"0".repeat(64)}`,
    record: {
      schema: "holdpoint/promotion/v1",
      baseline: { choice: "last-promoted", ...one },
      checkpoint: "",
    } as const,
  }));
  return { ...EMPTY, promotions };
}

const verdictOf = (ledger: Ledger, governance: Governance): string | undefined =>
  findBaseline("last-promoted", QUERY, ledger, governance)?.verdict.slice(7, 8);

test("the later promotion wins, wherever it is recorded", () => {
  const [early, late] = [promotion("1", 1), promotion("2", 2)];
  assert.equal(verdictOf(ledgerOf(body(early)), committed(late)), "2");
  assert.equal(verdictOf(ledgerOf(body(late)), committed(early)), "2");
  assert.equal(verdictOf(ledgerOf(), committed(early, late)), "2");
  assert.equal(verdictOf(ledgerOf(body(early), body(late)), EMPTY), "2");
  assert.equal(verdictOf(ledgerOf(), EMPTY), undefined);
});

test("promotions of other services and environments are passed over", () => {
  const other = promotion("3", 9, { candidate: { ...CANDIDATE, service: "other" } });
  const staging = promotion("4", 9, { candidate: { ...CANDIDATE, environment: "staging" } });
  assert.equal(
    verdictOf(ledgerOf(body(promotion("1", 1)), body(other), body(staging)), committed(other, staging)),
    "1",
  );
});

test("a promotion is found behind hundreds of verdicts that held", () => {
  const held = Array.from({ length: 230 }, () => body(null));
  const ledger = ledgerOf(body(promotion("7", 1)), ...held);
  assert.equal(lastRecorded(ledger, QUERY)?.verdict, `sha256:${"7".repeat(64)}`);
});

test("a recorded promotion that cannot be read is a contradiction and not a first release", () => {
  for (const said of [{}, 1, [], { ...promotion("1", 1), verdict: "x" }, { ...promotion("1", 1), gates: null }]) {
    assert.throws(
      () => lastRecorded(ledgerOf(body(said)), QUERY),
      (thrown) => isHoldpointError(thrown) && thrown.code === "HP-LEDGER-CORRUPT",
      JSON.stringify(said),
    );
  }
});

test("a problem with keys or promotions stops a search for them, one with waivers does not", () => {
  const withProblem = (file: string): Governance => {
    const problem: GovernanceProblem = { file, code: "malformed", text: "broken" };
    return { ...committed(promotion("1", 1)), problems: [problem] };
  };
  for (const file of ["keys/x.json", "promotions/x.dsse.json"]) {
    assert.throws(() => verdictOf(ledgerOf(), withProblem(file)), /broken/, file);
  }
  assert.equal(verdictOf(ledgerOf(), withProblem("waivers/x.dsse.json")), "1");
  assert.throws(() => findBaseline("pinned:x", QUERY, ledgerOf(), withProblem("pins/x.dsse.json")), /broken/);
  assert.equal(findBaseline("pinned:x", QUERY, ledgerOf(), withProblem("waivers/x.dsse.json")), null);
});

test("a baseline is read whole, with the choice that it was stored under", () => {
  const whole = { choice: "last-promoted", ...promotion("1", 1) } as unknown as JsonObject;
  assert.deepEqual(readBaseline(new Shape(whole, "b")), whole);
  for (const choice of ["pinned:x", "window:10"])
    assert.equal(readBaseline(new Shape({ ...whole, choice }, "b")).choice, choice);
  for (const choice of ["", "pinned:", "window:0", "window:x", "newest", 1]) {
    assert.throws(() => readBaseline(new Shape({ ...whole, choice }, "b")), ShapeError, String(choice));
  }
  for (const name of Object.keys(whole)) {
    const { [name]: _, ...rest } = whole;
    assert.throws(() => readBaseline(new Shape(rest, "b")), ShapeError, name);
  }
  const gate = {
    id: "tests",
    blocking: true,
    verdict: "PASS",
    checks: [{ id: "c", outcome: "pass", params: { max: 0 } }],
  };
  assert.deepEqual(readPromotion(new Shape({ ...whole, gates: [gate] }, "b")).gates, [gate]);
  for (const wrong of [
    { ...gate, blocking: "yes" },
    { ...gate, checks: [{}] },
    { ...gate, id: 1 },
  ]) {
    assert.throws(() => readPromotion(new Shape({ ...whole, gates: [wrong] }, "b")), ShapeError);
  }
});
