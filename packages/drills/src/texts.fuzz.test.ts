import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "@holdpoint/core";
import fc from "fast-check";
import { leaksIn } from "./error-taxonomy/leaks.ts";
import { operationsOf } from "./error-taxonomy/openapi.ts";
import { httpError, startError } from "./error-taxonomy/record-error.ts";
import { readProbe } from "./fail-closed/probe-program.ts";
import { codedAs, problemCode } from "./fail-closed/program-words.ts";
import { denialTrace, receiptTrace } from "./fail-closed/signatures.ts";
import { changeItems, changeJson, dropItems } from "./mutants/change-json.ts";

const RUNS = 400;
test("a secret is found wherever it stands, and what is found never tells it", () => {
  const secrets = { tokens: ["hp_secret-of-nobody"], paths: ["/srv/holdpoint"] };
  const around = fc.tuple(fc.string(), fc.string(), fc.constantFrom("hp_secret-of-nobody", "/srv/holdpoint"));
  fc.assert(
    fc.property(around, ([before, after, secret]) => {
      const leaks = leaksIn({ body: `${before}${secret}${after}` }, secrets);
      const kind = secret.startsWith("hp_") ? "token" : "path";
      assert.ok(leaks.some((leak) => leak.kind === kind && leak.where === "body"));
      assert.ok(!JSON.stringify(leaks).includes(secret));
    }),
    { numRuns: RUNS },
  );
});

const OUTLINE = { id: "x", done: "does x", expected: "HP-GATEWAY-BODY" };
const NO_SECRETS = { tokens: [], paths: [] };

test("whatever a gateway answers, it is told and never thrown, and a code begins as codes do", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"code":${json},"status":${json}}`),
  );
  fc.assert(
    fc.property(texts, fc.nat({ max: 999 }), (text, status) => {
      const error = httpError(OUTLINE, { status, headers: {}, text }, null, NO_SECRETS);
      assert.deepEqual([error.answered, error.status], [true, status]);
      assert.ok(error.code === null || error.code.startsWith("HP-"));
      assert.equal(error.code, startError(OUTLINE, text, NO_SECRETS).code);
    }),
    { numRuns: RUNS },
  );
});

test("whatever a program prints, it has one word, and no probe is announced that is no number", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (stdout) => {
      assert.equal(typeof problemCode(stdout), "string");
      assert.ok(codedAs(stdout).length > 0);
      const { probe, rules } = readProbe(stdout, 0);
      assert.ok(Number.isSafeInteger(probe.announced) && Array.isArray(rules));
    }),
    { numRuns: RUNS },
  );
});

test("nothing that is made up is signed, and nothing of it throws", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = value as Json;
      assert.equal(denialTrace(json, "act_1", []).verified, false);
      assert.equal(receiptTrace(json, "act_1", []).verified, false);
      assert.ok(Array.isArray(operationsOf(json)));
    }),
    { numRuns: RUNS },
  );
});

test("an answer that is not changed is not told as changed, and one that is differs", () => {
  const bodies = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5, noNullPrototype: true });
  fc.assert(
    fc.property(bodies, (body) => {
      const answer = { status: 200, headers: {}, body: JSON.stringify(body) };
      assert.equal(
        changeJson(answer, (json) => json),
        null,
      );
      assert.equal(
        dropItems(answer, () => false),
        null,
      );
      const own = `not-there-${Object.keys(body).length}`;
      const changed = changeJson(answer, (json): JsonObject => ({ ...json, [own]: 1 }));
      assert.equal(JSON.parse(changed?.body ?? "{}")[own], 1);
    }),
    { numRuns: RUNS },
  );
});

test("as many items are left as were not dropped, and changed ones stay in their order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 })), (numbers) => {
      const answer = { status: 200, headers: {}, body: JSON.stringify({ items: numbers.map((n) => ({ n })) }) };
      const kept = dropItems(answer, (item) => item["n"] === 1)?.body ?? answer.body;
      assert.deepEqual(JSON.parse(kept), { items: numbers.filter((n) => n !== 1).map((n) => ({ n })) });
      const more = changeItems(answer, (item) => ({ n: Number(item["n"]) + 1 }))?.body ?? answer.body;
      assert.deepEqual(JSON.parse(more), { items: numbers.map((n) => ({ n: n + 1 })) });
    }),
    { numRuns: RUNS },
  );
});
