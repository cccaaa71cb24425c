import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { SettingPath, SettingSpec } from "../contract/settings.ts";
import { SETTING_PATHS, SETTING_SPECS } from "./setting-specs.ts";

export type SettingValue = number | boolean;

/** Values by path; a path that is absent is not set. */
export type SettingLeaves = Readonly<Partial<Record<SettingPath, SettingValue>>>;

/** What a merge patch asks of each leaf that it names: a value, or null for "as if it had never been set". */
export type LeafPatch = ReadonlyMap<SettingPath, SettingValue | null>;

const GROUPS: ReadonlySet<string> = new Set(SETTING_PATHS.map(groupOf));

/**
 * The leaves that a JSON merge patch (RFC 7396) names. Null on a group stands for null on each of its leaves.
 *
 * @throws HoldpointError `HP-GATEWAY-SETTING` for an unknown path, a value that is no whole number or boolean, and one
 * out of bounds
 * @example
 * leavesOf({ executor: { concurrency: 8 } }).get("executor.concurrency"); // 8
 */
export function leavesOf(patch: Json): LeafPatch {
  const leaves = new Map<SettingPath, SettingValue | null>();
  for (const [group, members] of Object.entries(objectOf(patch, "the patch"))) {
    if (!GROUPS.has(group)) throw refusal(`there is no setting '${shown(group)}'`);
    if (members === null) {
      for (const path of SETTING_PATHS) if (groupOf(path) === group) leaves.set(path, null);
      continue;
    }
    for (const [name, value] of Object.entries(objectOf(members, `'${group}'`))) {
      const path = `${group}.${name}`;
      if (!isSettingPath(path)) throw refusal(`there is no setting '${shown(path)}'`);
      leaves.set(path, value === null ? null : checked(path, value, SETTING_SPECS[path]));
    }
  }
  return leaves;
}

export function isSettingPath(path: string): path is SettingPath {
  return Object.hasOwn(SETTING_SPECS, path);
}

export function refusal(detail: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-SETTING", detail);
}

function groupOf(path: string): string {
  return path.slice(0, path.indexOf("."));
}

function objectOf(value: Json, name: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw refusal(`${name} must be an object`);
}

function checked(path: SettingPath, value: Json, { default: normal, min, max, unit }: SettingSpec): SettingValue {
  if (typeof normal === "boolean") {
    if (typeof value === "boolean") return value;
    throw refusal(`'${path}' must be true or false`);
  }
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max) return value;
  throw refusal(`'${path}' must be a whole number from ${min} to ${max} (${unit})`);
}

function shown(path: string): string {
  return path.length > 80 ? `${path.slice(0, 80)}…` : path;
}
