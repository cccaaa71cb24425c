import type { Shape } from "../load/holdpoint/shape.ts";
import { list, nullable, object, oneOf, signed, text } from "../load/holdpoint/shape.ts";

/** Forms that a plan and what was recorded of it have in common. */
export const MANY: number = 10_000;

export const any: Shape = () => undefined;
export const flag: Shape = (value) => {
  if (typeof value.value !== "boolean") value.fail("must be true or false");
};
export const scalar: Shape = (value) => {
  if (typeof value.value === "object" || value.value === undefined) value.fail("must be a number, text or truth value");
};
export const number: Shape = nullable(signed);
export const texts: Shape = list(text, MANY);

export function byName(shape: Shape): Shape {
  return (value) => {
    if (!value.isObject) value.fail("must be an object");
    for (const [, member] of value.entries()) shape(member);
  };
}

export const bound: Shape = object({ operator: oneOf(">=", "<="), value: signed });
export const aggregate: Shape = oneOf(
  "mean",
  "median",
  "min",
  "max",
  "hmean",
  "sum",
  "last",
  "p50",
  "p90",
  "p95",
  "p99",
);
