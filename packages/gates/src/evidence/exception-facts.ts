import type { CheckInput, Json, JsonObject } from "@holdpoint/core";
import { allExceptions } from "./coverage-exceptions.ts";

/** What the next release's exceptions are compared with: ids, sorted. */
export interface ExceptionFacts {
  readonly open: readonly string[];
  readonly resolved: readonly string[];
}

export function exceptionFacts(input: CheckInput): JsonObject {
  const all = allExceptions(input);
  const idsOf = (isOpen: boolean): string[] =>
    all.filter(({ resolved }) => (resolved === null) === isOpen).map(({ id }) => id);
  return { open: idsOf(true), resolved: idsOf(false) };
}

/** The facts of the last promotion; null when it left none, or none of this form. */
export function readExceptionFacts(input: CheckInput): ExceptionFacts | null {
  const facts: Json | undefined = input.baseline?.facts["exceptions"];
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return null;
  const { open, resolved } = facts as JsonObject;
  return isTexts(open) && isTexts(resolved) ? { open, resolved } : null;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
