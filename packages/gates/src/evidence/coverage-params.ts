import type { ComponentConfig, ContextConfig, CoverageFloors, Json, JsonObject } from "@holdpoint/core";
import { COVERAGE_METRICS, parseInstant } from "@holdpoint/core";
import { countParam, percentParam, stringsParam, wrong } from "../params.ts";

const COMPONENT = "a list of components, each with id, paths and floors or maxUncovered";
const COMPONENT_KEYS: ReadonlySet<string> = new Set([
  "id",
  "paths",
  "floors",
  "maxUncovered",
  "shards",
  "tags",
  "critical",
  "advisoryUntil",
]);
const CONTEXT = "a list of contexts, each with id, paths and lines";
const CONTEXT_KEYS: ReadonlySet<string> = new Set(["id", "match", "paths", "lines", "advisoryUntil"]);

/**
 * Reads the parameter `components`, which comes from `coverage.components` unless the profile has its own.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for anything that it does not understand: an unread key would hold nothing.
 */
export function componentsParam(params: JsonObject): readonly ComponentConfig[] {
  return listOf(params, "components", COMPONENT, COMPONENT_KEYS).map((value) => {
    const { id, paths } = named(value, "components", COMPONENT);
    const floors = byMetric(value, "floors", percentParam);
    const maxUncovered = byMetric(value, "maxUncovered", countParam);
    if (Object.keys(floors).length + Object.keys(maxUncovered).length === 0)
      throw wrong("components", "a list in which each has a floor", value);
    const critical = value["critical"] ?? false;
    if (typeof critical !== "boolean") throw wrong("components", "a list with critical: true or false", value);
    return {
      id,
      paths,
      floors,
      maxUncovered,
      shards: optionalTexts(value, "shards"),
      tags: optionalTexts(value, "tags"),
      critical,
      advisoryUntil: dateOf(value, "components"),
    };
  });
}

/** Reads the parameter `contexts`, which comes from `coverage.contexts` unless the profile has its own. */
export function contextsParam(params: JsonObject): readonly ContextConfig[] {
  return listOf(params, "contexts", CONTEXT, CONTEXT_KEYS).map((value) => ({
    ...named(value, "contexts", CONTEXT),
    match: optionalTexts(value, "match"),
    lines: percentParam(value, "lines"),
    advisoryUntil: dateOf(value, "contexts"),
  }));
}

/** What the parts of a CI matrix bring. */
export interface ShardParam {
  readonly id: string;
  /** Ids of the coverage reports that are made there. */
  readonly reports: readonly string[];
  /** Ids of the suites that run there. */
  readonly suites: readonly string[];
}

/** Reads the parameter `shards`, which comes from the shards of reports and suites. */
export function shardsParam(params: JsonObject): readonly ShardParam[] {
  const form = "a list of shards, each with id, reports and suites";
  return listOf(params, "shards", form, new Set(["id", "reports", "suites"])).map((value) => {
    const { id } = value;
    if (typeof id !== "string" || id === "") throw wrong("shards", form, value);
    return { id, reports: stringsParam(value, "reports"), suites: stringsParam(value, "suites") };
  });
}

/** Until when a missed floor only warns; null when it holds at this instant. */
export function softUntil({ advisoryUntil }: { readonly advisoryUntil: string | null }, nowMs: number): string | null {
  return advisoryUntil !== null && nowMs < dayMs(advisoryUntil) ? advisoryUntil : null;
}

/** Milliseconds since the epoch at which a day begins, in UTC. */
export function dayMs(day: string): number {
  return parseInstant(`${day}T00:00:00Z`);
}

function listOf(params: JsonObject, name: string, form: string, keys: ReadonlySet<string>): readonly JsonObject[] {
  const list = params[name];
  if (!Array.isArray(list) || !list.every(isObject)) throw wrong(name, form, list);
  const odd = list.find((value) => Object.keys(value).some((key) => !keys.has(key)));
  if (odd !== undefined) throw wrong(name, form, odd);
  const ids = list.map((value) => value["id"]);
  if (new Set(ids).size !== ids.length) throw wrong(name, "a list without two of the same id", list);
  return list;
}

function named(value: JsonObject, name: string, form: string): Pick<ComponentConfig, "id" | "paths"> {
  const { id } = value;
  if (typeof id !== "string" || id === "") throw wrong(name, form, value);
  const paths = stringsParam(value, "paths");
  if (paths.length === 0) throw wrong(name, "a list in which each has at least one path", value);
  return { id, paths };
}

function byMetric(value: JsonObject, name: string, read: (params: JsonObject, name: string) => number): CoverageFloors {
  const given = value[name] ?? {};
  const metrics: readonly string[] = COVERAGE_METRICS;
  if (!isObject(given) || Object.keys(given).some((key) => !metrics.includes(key)))
    throw wrong(name, "numbers by metric", given);
  return Object.fromEntries(Object.keys(given).map((metric) => [metric, read(given, metric)]));
}

function optionalTexts(value: JsonObject, name: string): readonly string[] {
  return value[name] === undefined ? [] : stringsParam(value, name);
}

function dateOf(value: JsonObject, name: string): string | null {
  const date = value["advisoryUntil"] ?? null;
  if (date === null) return null;
  if (typeof date !== "string" || Number.isNaN(dayMs(date))) throw wrong(name, "a list with dates YYYY-MM-DD", value);
  return date;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
