import type { Row } from "./row.ts";

/** Calls all contestants in turn, once to warm up and then `rounds` times; returns the seconds of each round. */
export function interleave<Name extends string>(
  contestants: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Record<Name, number[]> {
  const entries = Object.entries(contestants) as [Name, () => unknown][];
  const seconds = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of entries) {
      const startedMs = performance.now();
      work();
      if (round >= 0) seconds[name].push((performance.now() - startedMs) / 1000);
    }
  }
  return seconds;
}

/** A row of what each round gave, with ratios of the same rounds. */
export function rowOf(
  name: string,
  unit: string,
  values: readonly number[],
  ratios: Readonly<Record<string, readonly number[]>> = {},
  info: Readonly<Record<string, unknown>> = {},
): Row {
  const middles = Object.entries(ratios).map(([peer, each]) => [peer, middle(each)] as const);
  return {
    name,
    value: middle(values),
    unit,
    low: Math.min(...values),
    high: Math.max(...values),
    ratios: Object.fromEntries(middles),
    info,
  };
}

/** Round by round, how many times faster the first was than the second. */
export function timesFaster(ours: readonly number[], peers: readonly number[]): number[] {
  return ours.map((seconds, round) => (peers[round] ?? Number.NaN) / seconds);
}

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
