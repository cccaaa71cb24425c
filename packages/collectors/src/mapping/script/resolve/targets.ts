import type { Json, JsonObject } from "@holdpoint/core";

/** Most targets that one entry of a manifest is taken to name. */
const TARGETS_MAX = 64;
const DEPTH_MAX = 16;

/**
 * What `exports` or `imports` of a package.json says that a name leads to, under whichever condition: the conditions in
 * the order in which they are written, types last. Empty when it says nothing.
 *
 * @param name `.`, `./sub/path` or `#inner`
 */
export function manifestTargets(entries: Json | undefined, name: string): readonly string[] {
  if (!isObject(entries) || !Object.keys(entries).some((key) => key.startsWith(".") || key.startsWith("#"))) {
    return name === "." ? targetsOf(entries, "", 0) : [];
  }
  if (Object.hasOwn(entries, name)) return targetsOf(entries[name], "", 0);
  const best = Object.keys(entries)
    .filter((key) => fits(key, name))
    .sort((a, b) => b.indexOf("*") - a.indexOf("*") || b.length - a.length)[0];
  if (best === undefined) return [];
  const [before, after] = splitAtStar(best);
  return targetsOf(entries[best], name.slice(before.length, name.length - after.length), 0);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The part of a name that the star of a pattern stands for; null when the pattern does not fit. */
export function starOf(pattern: string, name: string): string | null {
  if (!pattern.includes("*")) return pattern === name ? "" : null;
  const [before, after] = splitAtStar(pattern);
  const isFit = name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return isFit ? name.slice(before.length, name.length - after.length) : null;
}

function fits(key: string, name: string): boolean {
  return key.includes("*") && starOf(key, name) !== null;
}

function splitAtStar(pattern: string): readonly [before: string, after: string] {
  const star = pattern.indexOf("*");
  return [pattern.slice(0, star), pattern.slice(star + 1)];
}

function targetsOf(value: Json | undefined, star: string, depth: number): readonly string[] {
  if (typeof value === "string") return [value.replaceAll("*", () => star)];
  if (depth >= DEPTH_MAX) return [];
  if (Array.isArray(value)) return cut((value as readonly Json[]).flatMap((one) => targetsOf(one, star, depth + 1)));
  if (!isObject(value)) return [];
  const conditions = Object.keys(value).filter((key) => key !== "types");
  return cut([...conditions, "types"].flatMap((key) => targetsOf(value[key], star, depth + 1)));
}

function cut(targets: readonly string[]): readonly string[] {
  return targets.slice(0, TARGETS_MAX);
}
