import type { CheckInput, Json, JsonObject } from "@holdpoint/core";
import { mappingOf, untestedPaths } from "./mapped-modules.ts";

/** What the next release's mapping is compared with. */
export interface MappingFacts {
  /** Sorted paths of the modules with something to test. */
  readonly modules: readonly string[];
  /** Those of them that no test leads to. */
  readonly untested: readonly string[];
  /** How many of the modules have a test. */
  readonly ratio: { readonly covered: number; readonly total: number };
}

export function mappingFacts(input: CheckInput): JsonObject {
  const facts: MappingFacts = mappingFactsNow(input);
  return facts as unknown as JsonObject;
}

export function mappingFactsNow(input: CheckInput): MappingFacts {
  const { modules } = mappingOf(input);
  const untested = untestedPaths(modules);
  return {
    modules: modules.map(({ path }) => path),
    untested,
    ratio: { covered: modules.length - untested.length, total: modules.length },
  };
}

/** The facts of the last promotion; null when it left none, or none of this form. */
export function readMappingFacts(input: CheckInput): MappingFacts | null {
  const facts = input.baseline?.facts["test-mapping"];
  if (!isObject(facts)) return null;
  const { modules, untested, ratio } = facts;
  if (!isTexts(modules) || !isTexts(untested) || !isObject(ratio)) return null;
  const { covered, total } = ratio;
  const isRatio = isCount(covered) && isCount(total) && covered <= total && total === modules.length;
  return isRatio && covered === total - untested.length ? (facts as unknown as MappingFacts) : null;
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
