import type { SoakIteration } from "@holdpoint/core";
import { changesOf } from "@holdpoint/drills";
import { printable } from "../reporters/view/printable.ts";

const VALUE_DIGITS = 4;

/** One iteration in a line: `3/8 warm-up  p95_latency_ms 341.2  rebid.per_s 12 → 10`. */
export function iterationLine(one: SoakIteration, planned: number): string {
  const { iteration, phase, problem, values, tuning } = one;
  const said =
    problem === null
      ? Object.entries(values).map(
          ([kpi, value]) => `${kpi} ${value === null ? "gap" : Number(value.toPrecision(VALUE_DIGITS))}`,
        )
      : [printable(`${problem.code}: ${problem.text}`)];
  const changes = changesOf(one).map(({ parameter, from, to, verdict }) => {
    const change = `${parameter} ${from} → ${to}`;
    return verdict === "applied" ? change : `${change} (${verdict ?? "not read back"})`;
  });
  const { frozen } = tuning.guards;
  const refused = tuning.problem === null ? [] : [printable(`${tuning.problem.code}: ${tuning.problem.text}`)];
  const parts = [...said, ...changes, ...refused, ...(frozen.length === 0 ? [] : [`frozen: ${frozen.join(", ")}`])];
  return `${iteration}/${planned} ${phase}  ${parts.join("  ")}`;
}
