import type { Json, JsonObject } from "@holdpoint/core";

export interface PatchedLeaf {
  readonly keys: readonly string[];
  readonly value: Json;
}

/** The JSON merge patch (RFC 7396) that sets these leaves and nothing else. */
export function patchOf(leaves: readonly PatchedLeaf[]): JsonObject {
  return leaves.reduce<JsonObject>((patch, { keys, value }) => withLeaf(patch, keys, value), {});
}

function withLeaf(object: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return object;
  const inner = Object.hasOwn(object, key) ? (object[key] as JsonObject) : {};
  return { ...object, [key]: rest.length === 0 ? value : withLeaf(inner, rest, value) };
}

/** The leaves that such a patch names, each with the keys on the way to it. */
export function patchedLeaves(patch: JsonObject): readonly PatchedLeaf[] {
  return Object.entries(patch).flatMap(([key, value]): readonly PatchedLeaf[] => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [{ keys: [key], value }];
    return patchedLeaves(value as JsonObject).map((leaf) => ({ keys: [key, ...leaf.keys], value: leaf.value }));
  });
}
