import type { JsonObject, MappedModule, TestMappingBody } from "@holdpoint/core";
import { formatPercent } from "@holdpoint/core";

/** The mapping in figures. */
export interface MappingSummary {
  /** Modules with something to test. */
  readonly modules: number;
  readonly tested: number;
  /** Cut, never rounded up; `0 of 0` where there is nothing to test. */
  readonly ratio: string;
  readonly by: Readonly<Record<MappedModule["by"], number>>;
  readonly untested: readonly string[];
  readonly trend: MappingTrend | null;
}

/** Against the last promotion. */
export interface MappingTrend {
  readonly promotedAt: string;
  readonly modules: number;
  readonly tested: number;
  readonly ratio: string;
  /** Modules of now that had a test then and have none now. */
  readonly lost: readonly string[];
  /** Modules of now that had no test then and have one now. */
  readonly gained: readonly string[];
  /** Modules that were not there then and have no test. */
  readonly newUntested: readonly string[];
}

/** What a promotion left behind, under the name of the gate. */
export interface EarlierFacts {
  readonly promotedAt: string;
  readonly facts: JsonObject | undefined;
}

export function mappingSummary({ modules }: TestMappingBody, earlier: EarlierFacts | null): MappingSummary {
  const by = { context: 0, import: 0, name: 0, none: 0, "no-code": 0 };
  for (const module of modules) by[module.by] += 1;
  const untested = modules.filter((module) => module.by === "none").map(({ path }) => path);
  const total = modules.length - by["no-code"];
  const tested = total - untested.length;
  const trend = earlier === null ? null : trendOf(modules, new Set(untested), earlier);
  return { modules: total, tested, ratio: formatPercent(tested, total), by, untested, trend };
}

function trendOf(
  modules: readonly MappedModule[],
  untested: ReadonlySet<string>,
  { promotedAt, facts }: EarlierFacts,
): MappingTrend | null {
  const then = texts(facts?.["modules"]);
  const without = texts(facts?.["untested"]);
  if (then === null || without === null) return null;
  const now = modules.filter(({ by }) => by !== "no-code").map(({ path }) => path);
  return {
    promotedAt,
    modules: then.size,
    tested: then.size - without.size,
    ratio: formatPercent(then.size - without.size, then.size),
    lost: now.filter((path) => then.has(path) && !without.has(path) && untested.has(path)),
    gained: now.filter((path) => without.has(path) && !untested.has(path)),
    newUntested: now.filter((path) => !then.has(path) && untested.has(path)),
  };
}

function texts(value: unknown): ReadonlySet<string> | null {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? new Set(value) : null;
}
