import { SOAK_ITERATIONS_MAX } from "@holdpoint/core";
import type { Shape } from "../load/holdpoint/shape.ts";
import { count, list, nullable, object, oneOf, signed, text } from "../load/holdpoint/shape.ts";
import { aggregate, any, bound, byName, flag, MANY, number, scalar, texts } from "./shapes.ts";

const problem = nullable(object({ code: text, text }));
const proposal = object({
  parameter: text,
  subsystem: text,
  rule: text,
  from: number,
  to: signed,
  skipped: nullable(object({ reason: text, text })),
});
const reading = object({
  path: text,
  before: nullable(scalar),
  wanted: nullable(scalar),
  after: nullable(scalar),
  verdict: oneOf("applied", "clamped", "ignored", "missing", "type-changed", "unreadable", "drifted"),
});
const witness = object({
  parameter: text,
  kpi: text,
  expected: oneOf("rise", "fall"),
  moved: number,
  seen: oneOf("as-expected", "opposite", "none", "unknown"),
});
const tuning = object({
  enabled: flag,
  proposed: list(proposal, MANY),
  readings: list(reading, MANY),
  applied: flag,
  stateBefore: nullable(text),
  stateAfter: nullable(text),
  others: texts,
  problem,
  witness: nullable(witness),
  reverted: flag,
  guards: object({
    frozen: texts,
    oscillating: texts,
    latency: oneOf("ok", "soft", "hard", "unknown"),
    steady: flag,
  }),
});
const iteration = object({
  schema: oneOf("holdpoint/soak-iteration/v1"),
  iteration: count,
  phase: oneOf("warm-up", "ramp-down", "steady"),
  startedAtMs: signed,
  finishedAtMs: signed,
  summary: nullable(byName(any)),
  problem,
  values: byName(number),
  tuning,
});

/** The iterations of a stored run. */
export const iterationsShape: Shape = list(iteration, SOAK_ITERATIONS_MAX);

const result = object({
  id: text,
  aggregate,
  bound,
  outcome: oneOf("pass", "fail", "inconclusive"),
  reason: text,
  value: number,
  values: list(number, SOAK_ITERATIONS_MAX),
  minSamples: count,
  trend: oneOf("up", "down", "flat", "unknown"),
});

/** What was counted and judged from the iterations. */
export const resultsShape: Shape = object({ strict: list(result, MANY), soft: list(result, MANY) });
export const deltasShape: Shape = object({
  proposed: count,
  skipped: count,
  attempted: count,
  fullyApplied: count,
  clamped: count,
  ignored: count,
  missing: count,
  fullApplyRatio: number,
  nestedMissPaths: texts,
  stuck: texts,
  otherPaths: texts,
});
export const endShape: Shape = object({ tuningEnabled: flag, aborted: nullable(text) });
