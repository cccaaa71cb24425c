import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gate, JudgeInput, Judgement, RunFigures } from "@holdpoint/core";
import { CANDIDATE } from "../testing.ts";
import { figuresOf } from "./figures.ts";

const judgement = {
  verdict: "HOLD",
  profile: "release",
  partial: false,
  candidate: CANDIDATE,
  judgedAt: "2026-01-01T00:00:00.000Z",
  gates: [
    {
      id: "a",
      verdict: "FAIL",
      checks: [
        { id: "one", outcome: "pass", code: "pass" },
        { id: "two", outcome: "fail", code: "odd" },
        { id: "three", outcome: "not-applicable", code: "none" },
        { id: "four", outcome: "warn", code: "dead-floor" },
      ],
    },
  ],
} as unknown as Judgement;

const policyGates = ["a", "b", "c", "gone"].map((id) => ({ id, blocking: true, params: { x: { max: id } } }));
const input = { candidate: CANDIDATE, baseline: null, nowMs: 1, evidence: [], policy: { gates: policyGates } };
const gates = [
  { id: "a", figures: (_: unknown, params: unknown) => ({ params }) },
  { id: "b" },
  {
    id: "c",
    figures: () => {
      throw new TypeError("no body");
    },
  },
] as unknown as Gate[];

test("every gate's figures are kept, with what did not pass", () => {
  const figures = figuresOf(judgement, input as unknown as JudgeInput, gates, 1_234) as unknown as RunFigures;
  assert.deepEqual(figures.gates, [
    {
      id: "a",
      verdict: "FAIL",
      checks: [
        { id: "two", outcome: "fail", code: "odd" },
        { id: "four", outcome: "warn", code: "dead-floor" },
      ],
    },
  ]);
  assert.deepEqual(figures.figures["a"], { params: { x: { max: "a" } } });
  const { verdict, durationMs, commit, judgedAt, partial } = figures;
  assert.deepEqual([verdict, durationMs, commit, partial], ["HOLD", 1_234, CANDIDATE.commit, false]);
  assert.equal(judgedAt, "2026-01-01T00:00:00.000Z");
});

test("a gate that makes none has none, and one that cannot tells so", () => {
  const { figures } = figuresOf(judgement, input as unknown as JudgeInput, gates, 1) as unknown as RunFigures;
  assert.deepEqual(Object.keys(figures), ["a", "c"]);
  assert.deepEqual(figures["c"], { unreadable: "TypeError: no body" });
});
