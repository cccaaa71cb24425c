import type { Shape } from "../load/holdpoint/shape.ts";
import { count, list, nullable, object, oneOf, signed, text } from "../load/holdpoint/shape.ts";
import { aggregate, any, bound, byName, flag, MANY, texts } from "./shapes.ts";

const select: Shape = (value) => {
  const from = value.at("from");
  oneOf("summary", "share", "load", "prometheus")(from);
  const rest = {
    summary: { path: text },
    load: { path: text },
    share: { of: texts, rest: texts },
    prometheus: { metric: text, labels: byName(text), as: oneOf("value", "rate", "increase", "p50", "p95", "p99") },
  }[from.text() as "summary" | "load" | "share" | "prometheus"];
  object({ from: text, ...rest })(value);
};
const kpi = object({
  id: text,
  select,
  aggregate,
  window: count,
  minSamples: count,
  strict: bound,
  soft: nullable(bound),
  unit: nullable(text),
});
const parameter = object({
  path: text,
  type: oneOf("integer", "number", "boolean"),
  min: signed,
  max: signed,
  step: signed,
  subsystem: text,
  cooldown: count,
});
const rule = object({
  id: text,
  kpi: text,
  when: object({ operator: oneOf(">", "<"), value: signed }),
  parameter: text,
  delta: signed,
  expect: oneOf("rise", "fall"),
  priority: signed,
});
const guards = object({
  debounce: object({ openMs: count, closeMs: count }),
  oscillation: object({ window: count, signChanges: count }),
  velocity: object({ perHour: byName(signed) }),
  latency: nullable(object({ kpi: text, softMs: signed, hardMs: signed })),
  freeze: object({ freezable: texts, never: texts, minMs: count }),
  steady: nullable(object({ good: count, frozen: count })),
});

/** The plan of a stored run, as far as it decides; what it was run on may be anything. */
export const planShape: Shape = object({
  id: text,
  target: any,
  iterations: count,
  phases: object({ warmUp: count, rampDown: count }),
  settleMs: count,
  kpis: list(kpi, MANY),
  parameters: list(parameter, MANY),
  rules: list(rule, MANY),
  guards,
  applier: any,
  alongside: texts,
  synthetic: flag,
});
