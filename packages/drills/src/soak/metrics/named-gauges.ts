import type { MetricsRegistry } from "@holdpoint/kit";

const NO_NAME = /[^a-zA-Z0-9_]/g;
const COUNTER_ENDING = /_total$/;

/** Gauges whose names come out of a plan: each name once, and none that the format does not take. */
export class NamedGauges {
  readonly #registry: MetricsRegistry;
  readonly #names: Set<string> = new Set();

  constructor(registry: MetricsRegistry) {
    this.#registry = registry;
  }

  /** @param window iterations that were summed up; a label of the series */
  set(wanted: string, help: string, value: number, window?: number): void {
    const name = metricName(wanted);
    if (this.#names.has(name)) return;
    this.#names.add(name);
    if (window === undefined) this.#registry.gauge({ name, help }).bind({}).set(value);
    else
      this.#registry
        .gauge({ name, help, labels: ["window"] })
        .bind({ window: String(window) })
        .set(value);
  }
}

/**
 * `latency.spread_add_bps` is `latency_spread_add_bps`; what begins with a digit or is a name of ours gets `soak_plan_`
 * before it.
 */
export function metricName(wanted: string): string {
  const name = wanted.replaceAll(NO_NAME, "_").replace(COUNTER_ENDING, "_sum");
  const isTaken = /^(soak|metrics)_|^(partial_freeze_active|delta_nested_miss_paths.*)$/.test(name);
  return /^\d/.test(name) || isTaken ? `soak_plan_${name}` : name;
}
