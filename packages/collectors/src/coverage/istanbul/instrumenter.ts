import type { JsonObject } from "@holdpoint/core";

/**
 * Tool that instrumented a file, by the fields that only it writes: `_coverageSchema` comes from
 * istanbul-lib-instrument, `all` from v8-to-istanbul. Others show nothing of their own.
 */
export function recogniseInstrumenter(entry: JsonObject): string {
  if (Object.hasOwn(entry, "_coverageSchema")) return "istanbul-lib-instrument";
  if (Object.hasOwn(entry, "all")) return "v8-to-istanbul";
  return "unknown";
}
