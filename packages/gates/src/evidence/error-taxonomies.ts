import type { CheckInput, ErrorProvocation, ErrorTaxonomyBody, JsonObject, RegisteredError } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { byText } from "../text.ts";

export function taxonomies(input: CheckInput): readonly ErrorTaxonomyBody[] {
  return bodiesOf<ErrorTaxonomyBody>(input, KIND.errorTaxonomy);
}

export function provocations(input: CheckInput): readonly ErrorProvocation[] {
  return taxonomies(input).flatMap((body) => body.provocations);
}

/** Those that came out as an answer to an HTTP request. */
export function httpAnswers(input: CheckInput): readonly ErrorProvocation[] {
  return provocations(input).filter(({ surface, answered }) => surface === "http" && answered);
}

/** What is registered under each code. */
export function registeredErrors(input: CheckInput): ReadonlyMap<string, RegisteredError> {
  return new Map(taxonomies(input).flatMap(({ registry }) => registry.map((entry) => [entry.code, entry] as const)));
}

/** What the next release's codes are compared with: the status of each. */
export function errorTaxonomyFacts(input: CheckInput): JsonObject {
  const entries = [...registeredErrors(input).values()].toSorted((a, b) => byText(a.code, b.code));
  return { statuses: entries.map(({ code, status }) => [code, status]) };
}

/** Statuses by code at the last promotion; null when it left none of this form. */
export function codesAtPromotion(input: CheckInput): ReadonlyMap<string, number> | null {
  const facts = input.baseline?.facts["error-taxonomy"];
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return null;
  const { statuses } = facts as JsonObject;
  if (!Array.isArray(statuses)) return null;
  const pairs = statuses.filter(isPair);
  return pairs.length === statuses.length ? new Map(pairs) : null;
}

function isPair(value: unknown): value is [string, number] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === "string" && typeof value[1] === "number";
}
