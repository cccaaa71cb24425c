import type { Json } from "../noun/json.ts";

/** Members of all objects of a value, or null when it holds a number that is not finite. Iterative. */
export function membersOf(value: Json): number | null {
  let members = 0;
  const waiting: object[] = [];
  const isFine = (part: Json): boolean => {
    if (typeof part === "object" && part !== null) waiting.push(part);
    return typeof part !== "number" || Number.isFinite(part);
  };
  if (!isFine(value)) return null;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const parts: readonly Json[] = Array.isArray(next) ? next : Object.values(next as Record<string, Json>);
    if (!Array.isArray(next)) members += parts.length;
    if (!parts.every(isFine)) return null;
  }
  return members;
}
