import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { AnySchemaObject } from "ajv/dist/2020.js";
import { HOSTILE, hostileRun } from "./fixture/hostile.ts";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import { renderJson } from "./json.ts";

type Document = Record<string, unknown> & { gates: { checks: Record<string, unknown>[] }[] };

function read(run: typeof HELD): Document {
  return JSON.parse(renderJson(run)) as Document;
}

test("the document has exactly the fields that were promised, in their order", () => {
  for (const run of [HELD, PROMOTED]) {
    const document = read(run);
    assert.deepEqual(Object.keys(document), [
      "schema",
      "verdict",
      "profile",
      "candidate",
      "run",
      "gates",
      "sections",
      "holdReasons",
      "evidence",
      "notJudged",
      "ledger",
      "artifacts",
      "durationMs",
    ]);
    const [gate] = document.gates;
    assert.deepEqual(Object.keys(gate ?? {}), ["id", "verdict", "blocking", "sections", "checks"]);
    assert.deepEqual(Object.keys(gate?.checks[0] ?? {}), [
      "id",
      "outcome",
      "code",
      "observed",
      "threshold",
      "reason",
      "flip",
      "evidence",
      "waiver",
    ]);
    assert.deepEqual(Object.keys(document["sections"] as object), ["covered", "uncovered"]);
    assert.deepEqual(Object.keys(document["ledger"] as object), ["size", "root"]);
  }
});

test("it says what the judgement says", () => {
  const document = read(HELD);
  const { judgement } = HELD;
  assert.equal(document["schema"], "holdpoint/verdict/v1");
  for (const key of ["verdict", "profile", "candidate", "run", "holdReasons", "evidence", "notJudged"] as const) {
    assert.deepEqual(document[key], judgement[key]);
  }
  assert.equal(document.gates.flatMap(({ checks }) => checks).length, judgement.score.asked);
  assert.equal(document.gates[1]?.checks[1]?.["flip"], "would pass at 0 failed tests");
  assert.equal(document["durationMs"], 41_230);
});

test("hostile text comes back as it was", () => {
  for (const text of HOSTILE) assert.equal(read(hostileRun(text))["profile"], text);
});

test("it validates against the published schema, which refuses what it should", () => {
  const file = new URL("../../../core/schemas/verdict-document.v1.json", import.meta.url);
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, "utf8")) as AnySchemaObject);
  for (const run of [HELD, PROMOTED]) assert.ok(validate(read(run)), JSON.stringify(validate.errors));
  assert.ok(!validate({ ...read(HELD), verdict: "MAYBE" }));
  assert.ok(!validate({ ...read(HELD), extra: true }));
});
