import type { Json, JsonObject, LeafReading, ParameterPlan } from "@holdpoint/core";
import { isOfType, resolveLeaf, scalarOf } from "./leaves.ts";

/** A leaf that was written. */
export interface WrittenLeaf {
  readonly path: string;
  readonly wanted: number | boolean;
}

/**
 * What became of a change: every leaf that was written, and every other declared parameter that is not what it was.
 * That the target stored a value does not show that it has an effect; the witness looks for that.
 *
 * @param after null: it could not be read back
 */
export function readBack(
  parameters: readonly ParameterPlan[],
  {
    before,
    after,
    written,
  }: { readonly before: Json; readonly after: Json | null; readonly written: readonly WrittenLeaf[] },
): readonly LeafReading[] {
  const byPath = new Map(written.map(({ path, wanted }) => [path, wanted]));
  return parameters.flatMap(({ path, type }): readonly LeafReading[] => {
    const wanted = byPath.get(path);
    const was = scalarAt(before, path);
    if (wanted !== undefined) return [readLeaf(path, type, { was, wanted, after })];
    if (after === null) return [];
    const now = scalarAt(after, path);
    return now === was ? [] : [{ path, before: was, wanted: was, after: now, verdict: "drifted" }];
  });
}

function readLeaf(
  path: string,
  type: ParameterPlan["type"],
  {
    was,
    wanted,
    after,
  }: { readonly was: LeafReading["before"]; readonly wanted: number | boolean; readonly after: Json | null },
): LeafReading {
  const told = { path, before: was, wanted };
  if (after === null) return { ...told, after: null, verdict: "unreadable" };
  const leaf = resolveLeaf(after, path);
  if (leaf === null) return { ...told, after: null, verdict: "missing" };
  const now = scalarOf(leaf.value);
  if (now === wanted) return { ...told, after: now, verdict: "applied" };
  if (!isOfType(leaf.value, type)) return { ...told, after: now, verdict: "type-changed" };
  return { ...told, after: now, verdict: now === was ? "ignored" : "clamped" };
}

function scalarAt(document: Json, path: string): LeafReading["before"] {
  const leaf = resolveLeaf(document, path);
  return leaf === null ? null : scalarOf(leaf.value);
}

export const OTHER_LEAVES_MAX = 100;

/**
 * Paths of everything else in the configuration that changed, came or went meanwhile, by name and at most a hundred:
 * a generation that counts up, or a change that nobody asked for.
 */
export function otherChanges(before: Json, after: Json, parameters: readonly ParameterPlan[]): readonly string[] {
  const declared = new Set(parameters.map(({ path }) => path));
  const [then, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((path) => !declared.has(path) && then.get(path) !== now.get(path))
    .toSorted()
    .slice(0, OTHER_LEAVES_MAX);
}

/** Text of every leaf by its dotted path; lists and empty objects are leaves. */
function leavesOf(document: Json): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: Json, path: string): void => {
    const isNode = typeof value === "object" && value !== null && !Array.isArray(value);
    const members = isNode ? Object.entries(value as JsonObject) : [];
    if (members.length === 0) leaves.set(path, JSON.stringify(value));
    for (const [key, member] of members) walk(member, path === "" ? key : `${path}.${key}`);
  };
  walk(document, "");
  return leaves;
}
