import type { Counts } from "./run-second.ts";

/**
 * Occurrences of several together, in the order of their names.
 *
 * @example
 * mergeCounts([[["reset", 1]], [["dns", 2], ["reset", 1]]]); // [["dns", 2], ["reset", 2]]
 */
export function mergeCounts(parts: readonly Counts[]): Counts {
  const counts = new Map<string, number>();
  for (const [name, count] of parts.flat()) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
