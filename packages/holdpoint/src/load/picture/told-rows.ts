import type { LoadBody } from "@holdpoint/core";
import { latencyText } from "./figures.ts";

/** What another tool told of its service time where that makes no whole summary, as its file has it; else nothing. */
export function toldRows({ series: [run] }: Pick<LoadBody, "series">): readonly (readonly [string, string])[] {
  const told = run?.told;
  if (told === undefined) return [];
  const rows: readonly (readonly [string, number | null])[] = [
    ["min", told.min],
    ["mean", told.mean],
    ...told.percentiles.map(({ name, ms }) => [name, ms] as const),
    ["max", told.max],
  ];
  return rows.flatMap(([name, ms]) => (ms === null ? [] : [[name, latencyText(ms)] as const]));
}
