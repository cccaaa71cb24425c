/** How deep a path may go; no summary is deeper. */
const PARTS_MAX = 32;

/**
 * What stands under a dotted path, `fills.maker_volume` or `windows.0.p95`; undefined where there is nothing. Only
 * what the value holds itself: nothing is taken from a prototype.
 */
export function atPath(value: unknown, path: string): unknown {
  const parts = path.split(".");
  if (parts.length > PARTS_MAX) return undefined;
  let at = value;
  for (const part of parts) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    if (Array.isArray(at) && !/^\d+$/u.test(part)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[part];
  }
  return at;
}

/** The number there; null where there is none. A text that looks like a number is none. */
export function numberAtPath(value: unknown, path: string): number | null {
  const found = atPath(value, path);
  return typeof found === "number" && Number.isFinite(found) ? found : null;
}
