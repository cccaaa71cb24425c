import type { CheckInput, DependenciesBody, JsonObject } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { byText } from "../text.ts";

/** What the next release's dependencies are compared with. */
export interface DependencyFacts {
  /** Sorted names that manifests of the repository ask for. */
  readonly direct: readonly string[];
  readonly packages: number;
}

export function dependencyFacts(input: CheckInput): JsonObject {
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const facts: DependencyFacts = {
    direct: directNames(bodies),
    packages: bodies.reduce((sum, body) => sum + body.packages.length, 0),
  };
  return { ...facts };
}

export function directNames(bodies: readonly DependenciesBody[]): string[] {
  return [...new Set(bodies.flatMap((body) => body.direct).map(({ name }) => name))].sort(byText);
}

/** The facts of the last promotion; null when it left none of this form. */
export function readDependencyFacts(input: CheckInput): DependencyFacts | null {
  const facts = input.baseline?.facts["dependencies"];
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return null;
  const { direct, packages } = facts as JsonObject;
  const isList = Array.isArray(direct) && direct.every((name) => typeof name === "string");
  return isList && typeof packages === "number" ? { direct, packages } : null;
}
