import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckPlan } from "@holdpoint/core";
import type { AnswerView } from "./answer-view.ts";
import { mostKept } from "../keep.ts";
import { compileChecks } from "./checks.ts";
import { PATTERN_SUBJECT_CHARS_MAX } from "./pattern.ts";
import { planPlace } from "./place.ts";
import { view } from "./testing-answer.ts";

const compile = (...plans: CheckPlan[]): ReturnType<typeof compileChecks> => compileChecks(plans, "checks", planPlace);

/** Texts of the checks that an answer fails. */
const failed = (plans: readonly CheckPlan[], seen: AnswerView): readonly string[] =>
  compile(...plans)
    .filter((check) => !check.holds(seen))
    .map((check) => check.kind(seen));

describe("checks", () => {
  test("without one of the status, any from 200 to 399 is a success and nothing else", () => {
    for (const status of [200, 204, 302, 399]) assert.deepEqual(failed([], view(status)), []);
    for (const status of [101, 199, 400, 503]) assert.deepEqual(failed([], view(status)), [`status ${status}`]);
    const size: CheckPlan = { kind: "size", minBytes: 0, maxBytes: 10 };
    assert.deepEqual(failed([size], view(500)), ["status 500"], "another check does not make an error page a success");
  });

  test("status: wanted ones only, also an error that is wanted", () => {
    const plan: CheckPlan = {
      kind: "status",
      in: [
        [404, 404],
        [500, 503],
      ],
    };
    assert.deepEqual(failed([plan], view(404)), []);
    assert.deepEqual(failed([plan], view(502)), []);
    assert.deepEqual(failed([plan], view(200)), ["status 200"]);
    assert.equal(compile(plan)[0]?.text, "status 404, 500-503");
  });

  test("header, body, JSON and size; what is not there does not fit", () => {
    const json: CheckPlan = { kind: "json", path: "$.ok", equals: true };
    assert.deepEqual(failed([json], view(200, '{"ok":true}')), []);
    for (const body of ['{"ok":"true"}', "{}", "no json", "", null]) {
      assert.deepEqual(failed([json], view(200, body)), ["check: $.ok is true"], String(body));
    }
    const header: CheckPlan = { kind: "header", header: "Content-Type", matches: "^text/" };
    assert.deepEqual(failed([header], view(200, "", { "content-type": "text/html" })), []);
    assert.equal(failed([header], view(200, "", { "content-type": "image/png" })).length, 1);
    assert.equal(failed([header], view(200)).length, 1);
    const body: CheckPlan = { kind: "body", matches: "hello" };
    assert.deepEqual(failed([body], view(200, "oh hello")), []);
    assert.equal(failed([body], view(200, "bye")).length, 1);
    const size: CheckPlan = { kind: "size", minBytes: 1, maxBytes: 3 };
    assert.deepEqual(
      [0, 1, 3, 4].map((n) => failed([size], view(200, "x".repeat(n))).length),
      [1, 0, 0, 1],
    );
  });

  test("what must not be there is not taken for absent where nobody could look", () => {
    const clean: CheckPlan = { kind: "body", matches: "^(?![^]*error)" };
    assert.deepEqual(failed([clean], view(200, "fine")), []);
    assert.equal(failed([clean], view(200, "an error")).length, 1);
    const late = `${"x".repeat(PATTERN_SUBJECT_CHARS_MAX)}error`;
    assert.equal(failed([clean], view(200, late)).length, 1, "behind what patterns see");
    assert.equal(failed([{ kind: "body", matches: "^x" }], view(200, late)).length, 0);
    assert.equal(failed([clean], view(200, "\u001f\ufffd", { "content-encoding": "gzip" })).length, 1, "compressed");
    assert.equal(failed([clean], view(200, "fine", { "content-encoding": "identity" })).length, 0);
  });

  test("a JSON null is a value that can be wanted", () => {
    const isNull: CheckPlan = { kind: "json", path: "$.a", equals: null };
    assert.deepEqual(failed([isNull], view(200, '{"a":null}')), []);
    assert.equal(failed([isNull], view(200, "{}")).length, 1);
  });

  test("what cannot be compiled is told with its place in the plan", () => {
    assert.throws(() => compile({ kind: "json", path: "a", equals: 1 }), /checks\[0\]\.path/);
    assert.throws(() => compile({ kind: "body", matches: "(" }), /checks\[0\]\.matches/);
  });

  test("as much is kept as the most curious one needs", () => {
    const keeps = (...plans: CheckPlan[]): string => mostKept(compile(...plans).map(({ keep }) => keep));
    assert.equal(keeps(), "nothing");
    assert.equal(keeps({ kind: "header", header: "x", matches: "y" }), "headers");
    assert.equal(keeps({ kind: "header", header: "x", matches: "y" }, { kind: "body", matches: "y" }), "all");
    const body = { kind: "body", matches: "y" } as const;
    assert.equal(keeps(body), "body");
    assert.equal(keeps({ ...body, matches: "^(?!.*y)" }), "all", "an encoded body could hide it");
  });
});
