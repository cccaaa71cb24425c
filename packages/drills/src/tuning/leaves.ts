import type { Json, JsonObject, LeafReading, ParameterPlan } from "@holdpoint/core";
import { digestOf, leafNumber } from "@holdpoint/core";

/** Where a dotted path leads in a document: the keys on the way, and what stands there. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly value: Json;
}

/**
 * Resolves `executor.concurrency` in `{"executor": {"concurrency": 8}}`, and as well where a key has the dot in itself:
 * `{"executor.concurrency": 8}`. Lists are not entered: a merge patch cannot change one element.
 *
 * @returns null where it leads nowhere, and where it leads to more than one place
 */
export function resolveLeaf(document: Json, path: string): Leaf | null {
  const found = placesOf(document, path.split("."));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** More segments than any path has; the ways to join them grow with each. */
const SEGMENTS_MAX = 12;

function placesOf(value: Json, segments: readonly string[]): readonly Leaf[] {
  if (segments.length === 0) return [{ keys: [], value }];
  if (typeof value !== "object" || value === null || Array.isArray(value) || segments.length > SEGMENTS_MAX) return [];
  const object = value as JsonObject;
  return segments.flatMap((_, index) => {
    const key = segments.slice(0, index + 1).join(".");
    if (!Object.hasOwn(object, key)) return [];
    const deeper = placesOf(object[key] as Json, segments.slice(index + 1));
    return deeper.map((leaf) => ({ keys: [key, ...leaf.keys], value: leaf.value }));
  });
}

/** A leaf as a record can hold it; null for what is no number, text or truth value. */
export function scalarOf(value: Json): LeafReading["after"] {
  return typeof value === "object" ? null : value;
}

export function isOfType(value: Json, type: ParameterPlan["type"]): boolean {
  if (type === "boolean") return typeof value === "boolean";
  return typeof value === "number" && (type === "number" || Number.isSafeInteger(value));
}

/** The value that is written for a proposal's number. */
export function typed(to: number, type: ParameterPlan["type"]): number | boolean {
  return type === "boolean" ? to !== 0 : to;
}

/** Numbers of the parameters as the target has them; null: nothing of the declared type stands there. */
export function currentOf(
  document: Json | null,
  parameters: readonly ParameterPlan[],
): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    parameters.map(({ path, type }) => {
      const leaf = document === null ? null : resolveLeaf(document, path);
      return [path, leaf !== null && isOfType(leaf.value, type) ? leafNumber(scalarOf(leaf.value)) : null];
    }),
  );
}

/** SHA-256 of what the declared parameters are, hexadecimal; null where nothing could be read. */
export function stateDigest(document: Json | null, parameters: readonly ParameterPlan[]): string | null {
  if (document === null) return null;
  const leaves = parameters.map(({ path }) => [path, resolveLeaf(document, path)?.value ?? null] as const);
  return digestOf(Object.fromEntries(leaves)).slice("sha256:".length);
}
