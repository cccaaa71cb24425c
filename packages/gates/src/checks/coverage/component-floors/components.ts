import type { Json, JsonObject } from "@holdpoint/core";
import type { Floors } from "../../../evidence/coverage-floor.ts";
import { countParam, percentParam, stringsParam, wrong } from "../../../params.ts";

/** A part of the project with floors of its own. */
export interface Component {
  readonly id: string;
  /** Globs of tracked files. */
  readonly paths: readonly string[];
  readonly floors: Floors;
  /** Lines that may stay uncovered; null for any number. */
  readonly maxUncovered: number | null;
}

const METRICS = ["lines", "branches", "functions"] as const;
const KEYS: ReadonlySet<string> = new Set(["id", "paths", ...METRICS, "maxUncovered"]);
const FORM = "a list of {id, paths, lines?, branches?, functions?, maxUncovered?}";

/**
 * Reads the parameter `components`.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for anything that it does not understand: an unread key would hold nothing.
 */
export function componentsParam(params: JsonObject): readonly Component[] {
  const list = params["components"];
  if (!Array.isArray(list)) throw wrong("components", FORM, list);
  const components = (list as readonly Json[]).map(component);
  const ids = components.map((one) => one.id);
  if (new Set(ids).size !== ids.length) throw wrong("components", "a list without two of the same id", list);
  return components;
}

function component(value: Json): Component {
  if (!isObject(value)) throw wrong("components", FORM, value);
  const { id } = value;
  const unknown = Object.keys(value).find((key) => !KEYS.has(key));
  if (typeof id !== "string" || id === "" || unknown !== undefined) throw wrong("components", FORM, value);
  const paths = stringsParam(value, "paths");
  const floors = Object.fromEntries(
    METRICS.filter((metric) => metric in value).map((metric) => [metric, percentParam(value, metric)] as const),
  );
  const maxUncovered = "maxUncovered" in value ? countParam(value, "maxUncovered") : null;
  if (paths.length === 0) throw wrong("components", "a list in which each has at least one path", value);
  if (Object.keys(floors).length === 0 && maxUncovered === null)
    throw wrong("components", "a list in which each has a floor", value);
  return { id, paths, floors, maxUncovered };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
