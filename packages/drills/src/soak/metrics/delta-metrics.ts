import type { SoakBody } from "@holdpoint/core";
import type { MetricsRegistry } from "@holdpoint/kit";
import { REVERT_RULE } from "@holdpoint/core";

/** Counters of what became of the deltas of a run. */
export function addDeltas(registry: MetricsRegistry, { deltas, iterations }: SoakBody): void {
  registry
    .counter({
      name: "delta_nested_miss_paths_total",
      help: "Paths that lead to nothing in the target's configuration.",
    })
    .bind({})
    .inc(deltas.nestedMissPaths.length);
  const reverted = iterations
    .flatMap(({ tuning }) => tuning.proposed)
    .filter(({ rule, skipped }) => rule === REVERT_RULE && skipped === null).length;
  const states = {
    proposed: deltas.proposed,
    applied: deltas.fullyApplied,
    rejected: deltas.skipped,
    reverted,
    clamped: deltas.clamped,
    ignored: deltas.ignored,
    missed: deltas.missing,
  };
  const counted = registry.counter({
    name: "soak_deltas_total",
    help: "Deltas by what became of them.",
    labels: ["state"],
  });
  for (const [state, count] of Object.entries(states)) counted.bind({ state }).inc(count);
  if (deltas.fullApplyRatio === null) return;
  const help = "Share of the attempted deltas that were there in full when they were read back.";
  registry.gauge({ name: "soak_full_apply_ratio", help }).bind({}).set(deltas.fullApplyRatio);
}
