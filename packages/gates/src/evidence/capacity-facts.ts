import type { CheckInput, Json, JsonObject } from "@holdpoint/core";
import type { Climb, Point } from "./climbs.ts";
import { climbsOf } from "./climbs.ts";
import { isObject } from "./coverage-file-facts.ts";

/** What the next release's capacity is compared with: the points, so that any limits can be asked of them. */
export interface ClimbFacts {
  readonly name: string;
  readonly plans: readonly string[];
  readonly machines: readonly string[];
  readonly points: readonly Point[];
}

export function capacityFacts(input: CheckInput): JsonObject {
  return { version: 1, climbs: climbsOf(input).map(climbFacts) } as unknown as JsonObject;
}

export function climbFacts({ name, runs, points }: Climb): ClimbFacts {
  const known = (all: readonly (string | null)[]): string[] => all.map((one) => one ?? "unknown").toSorted();
  const plans = known(runs.map(({ terms }) => terms.planSha256));
  const machines = [...new Set(known(runs.map(({ terms }) => terms.testbedSha256)))];
  return { name, plans, machines, points };
}

/** Climbs of the last promotion; null when it left none, or none of a known form. */
export function promotedClimbs({ baseline }: Pick<CheckInput, "baseline">): readonly ClimbFacts[] | null {
  const facts = baseline?.facts["capacity"];
  if (!isObject(facts) || !Array.isArray(facts["climbs"])) return null;
  const climbs: readonly unknown[] = facts["climbs"];
  return climbs.length > 0 && facts["climbs"].every(isClimb) ? (climbs as readonly ClimbFacts[]) : null;
}

function isClimb(value: Json): boolean {
  if (!isObject(value) || typeof value["name"] !== "string") return false;
  const { plans, machines, points } = value;
  const isTexts = (list: Json | undefined): boolean =>
    Array.isArray(list) && list.every((one) => typeof one === "string");
  return isTexts(plans) && isTexts(machines) && Array.isArray(points) && points.every(isPoint);
}

function isPoint(value: Json): boolean {
  if (!isObject(value)) return false;
  const isWhole = ["sizeMs", "offered", "completed", "bad"].every((name) => typeof value[name] === "number");
  return isWhole && (value["latency"] === null || isObject(value["latency"]));
}
