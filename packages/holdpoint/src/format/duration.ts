/**
 * A duration for a person: two significant units at most.
 *
 * @example
 * shortDuration(840); // "840 ms"
 * shortDuration(12_340); // "12.3 s"
 * shortDuration(125_000); // "2 m 05 s"
 */
export function shortDuration(durationMs: number): string {
  const ms = Math.max(0, Math.round(durationMs));
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 59_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, "0")} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 2_880) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} m`;
  return `${Math.round(minutes / 1_440)} d`;
}
