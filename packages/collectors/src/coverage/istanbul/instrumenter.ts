/** Keys of a file's entry that only one tool writes. */
export type InstrumenterSign = "_coverageSchema" | "all";

/**
 * Tool that instrumented a file, by the fields that only it writes: `_coverageSchema` comes from
 * istanbul-lib-instrument, `all` from v8-to-istanbul. Others show nothing of their own.
 */
export function recogniseInstrumenter(keys: ReadonlySet<string>): string {
  if (keys.has("_coverageSchema" satisfies InstrumenterSign)) return "istanbul-lib-instrument";
  if (keys.has("all" satisfies InstrumenterSign)) return "v8-to-istanbul";
  return "unknown";
}
