import type { CheckInput, Json, JsonObject, LoadBody } from "@holdpoint/core";
import { isObject } from "./coverage-file-facts.ts";
import { performanceRuns } from "./load-runs.ts";

export interface ObjectiveFacts {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly bound: number;
}

/** What the next release's load is compared with; milliseconds. */
export interface LoadRunFacts {
  readonly id: string;
  readonly planSha256: string | null;
  readonly testbedSha256: string | null;
  readonly tool: string;
  readonly percentiles: Readonly<Record<string, number>>;
  readonly objectives: readonly ObjectiveFacts[];
}

const PERCENTILES = ["p50", "p95", "p99"] as const;

export function performanceFacts(input: CheckInput): JsonObject {
  return { version: 1, runs: performanceRuns(input).map(runFacts) } as unknown as JsonObject;
}

export function runFacts({ id, terms, tool, response, service, slo }: LoadBody): LoadRunFacts {
  const measured = response ?? service;
  const percentiles = measured === null ? [] : PERCENTILES.map((name) => [name, measured[name]] as const);
  return {
    id,
    planSha256: terms.planSha256,
    testbedSha256: terms.testbedSha256,
    tool: tool.name,
    percentiles: Object.fromEntries(percentiles),
    objectives: slo.map(({ id: objective, kind, text, bound }) => ({ id: objective, kind, text, bound })),
  };
}

/** Runs of the last promotion; null when it left none, or none of a known form. */
export function promotedRuns({ baseline }: Pick<CheckInput, "baseline">): readonly LoadRunFacts[] | null {
  const facts = baseline?.facts["performance"];
  if (!isObject(facts) || !Array.isArray(facts["runs"])) return null;
  const runs = facts["runs"].map(readRun);
  return runs.length === 0 || runs.some((run) => run === null) ? null : (runs as LoadRunFacts[]);
}

function readRun(value: Json): LoadRunFacts | null {
  if (!isObject(value)) return null;
  const { id, planSha256, testbedSha256, tool, percentiles, objectives } = value;
  const isWhole =
    [id, tool].every((one) => typeof one === "string") &&
    [planSha256, testbedSha256].every((one) => one === null || typeof one === "string") &&
    isObject(percentiles) &&
    Object.values(percentiles).every((one) => typeof one === "number") &&
    Array.isArray(objectives) &&
    objectives.every(isObjective);
  return isWhole ? (value as unknown as LoadRunFacts) : null;
}

function isObjective(value: Json): boolean {
  if (!isObject(value)) return false;
  const texts = [value["id"], value["kind"], value["text"]].every((one) => typeof one === "string");
  return texts && typeof value["bound"] === "number";
}

/** Whether a lower bound is the looser one: shares and rates are at least, times at most. */
export function isLooser(before: ObjectiveFacts, now: ObjectiveFacts): boolean {
  return now.kind === "percentile" ? now.bound > before.bound : now.bound < before.bound;
}
