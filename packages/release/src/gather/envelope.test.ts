import assert from "node:assert/strict";
import { test } from "node:test";
import type { CollectionFailure } from "@holdpoint/core";
import { EvidenceSet, HoldpointError } from "@holdpoint/core";
import { CANDIDATE } from "../testing.ts";
import { envelope, failureEvidence } from "./envelope.ts";

const terms = { candidate: CANDIDATE, run: "r" };

test("the envelope binds a body to candidate, run and time", () => {
  const { evidence, digest } = envelope(
    {
      kind: "k",
      provenance: "imported",
      producer: { name: "p", version: "1" },
      startedAtMs: 0,
      finishedAtMs: 1,
      samples: 2,
      inputs: [{ name: "f", sha256: "00" }],
      body: { a: 1 },
    },
    terms,
  );
  assert.deepEqual(evidence.candidate, CANDIDATE);
  assert.equal(evidence.finishedAt, "1970-01-01T00:00:00.001Z");
  assert.match(digest, /^sha256:[0-9a-f]{64}$/);
});

test("a registered error keeps its code, place and outcome", () => {
  const empty = new HoldpointError("HP-READ-EMPTY", "0 bytes", { file: "lcov.info", line: 1 });
  const { evidence } = failureEvidence("coverage", empty, 0, terms);
  assert.deepEqual(evidence.body, {
    of: "coverage",
    outcome: "missing",
    code: "HP-READ-EMPTY",
    text: "0 bytes",
    hint: "The tool that writes it found nothing to report; an empty report is never a pass.",
    file: "lcov.info",
    line: 1,
    column: null,
  });
});

test("anything else that is thrown is a crash, and an error", () => {
  for (const thrown of [new TypeError("x is undefined"), "a string", null]) {
    const stored = failureEvidence("tests", thrown, 0, terms);
    const refusal = new EvidenceSet([stored]).refusal("tests", { ...terms, nowMs: 0, maxAgeMs: 1, blocking: true });
    assert.equal(refusal?.outcome, "error");
    assert.equal(refusal?.code, "HP-RUN-COLLECTOR-CRASHED");
  }
});

test("whatever is thrown becomes evidence that can be written", () => {
  const foreign = Object.assign(new Error("old"), { isHoldpointError: true, code: "HP-OF-ANOTHER-VERSION", place: {} });
  const thrown: readonly (readonly [unknown, string])[] = [
    [new Error("half \ud800"), "half \ufffd"],
    [Object.create(null), "something that has no text was thrown"],
    [undefined, "undefined"],
    [Symbol("s"), "Symbol(s)"],
    [foreign, "old"],
  ];
  for (const [one, text] of thrown) {
    const { evidence } = failureEvidence("coverage", one, 5, { candidate: CANDIDATE, run: "r" });
    const body = evidence.body as CollectionFailure;
    assert.deepEqual(
      [body.of, body.outcome, body.code, body.text],
      ["coverage", "error", "HP-RUN-COLLECTOR-CRASHED", text],
    );
  }
});

test("evidence is a copy that cannot be changed", () => {
  const body = { list: [1] };
  const at = { startedAtMs: 1, finishedAtMs: 2 };
  const producer = { name: "p", version: "1" };
  const stored = envelope(
    { kind: "k", provenance: "measured", producer, ...at, samples: 1, inputs: [], body },
    { candidate: CANDIDATE, run: "r" },
  );
  body.list.push(2);
  assert.deepEqual(stored.evidence.body, { list: [1] });
  assert.throws(() => Object.assign(stored, { digest: "sha256:other" }), TypeError);
  assert.throws(() => Object.assign(stored.evidence.candidate, { dirty: true }), TypeError);
});
