import type { JsonObject } from "@holdpoint/core";
import type { BreakerChange, BreakerOptions } from "@holdpoint/kit";
import { Breaker } from "@holdpoint/kit";
import type { BreakerMetrics, Breakers, BreakerTransition, BreakerView } from "../contract/adapter.ts";
import type { Settings } from "../contract/settings.ts";

/** The breakers of all adapters, each under its adapter's name. */
export class Circuits implements Breakers {
  readonly #breakers: Map<string, Breaker>;
  readonly #listeners: ((change: BreakerTransition) => void)[] = [];
  readonly #nowMs: () => number;
  #options: BreakerOptions;

  constructor(names: Iterable<string>, settings: Settings["breaker"], nowMs: () => number) {
    this.#nowMs = nowMs;
    this.#options = optionsOf(settings);
    this.#breakers = new Map([...names].map((name) => [name, new Breaker(this.#options, this.#teller(name))]));
  }

  get(name: string): Breaker | undefined {
    return this.#breakers.get(name);
  }

  configure(settings: Settings["breaker"], nowMs: number): void {
    this.#options = optionsOf(settings);
    for (const breaker of this.#breakers.values()) breaker.configure(this.#options, nowMs);
  }

  names(): readonly string[] {
    return [...this.#breakers.keys()];
  }

  view(name: string, nowMs: number): BreakerView | null {
    return this.#breakers.get(name)?.view(nowMs) ?? null;
  }

  metrics(name: string, lastN: number): BreakerMetrics | null {
    return this.#breakers.get(name)?.metrics(lastN) ?? null;
  }

  reset(name: string, nowMs: number): boolean {
    this.#breakers.get(name)?.reset(nowMs);
    return this.#breakers.has(name);
  }

  snapshots(): Readonly<Record<string, JsonObject>> {
    const nowMs = this.#nowMs();
    return Object.fromEntries([...this.#breakers].map(([name, breaker]) => [name, breaker.snapshot(nowMs)]));
  }

  /** Snapshots of breakers that there are no longer are left; what cannot be read is an open breaker. */
  restore(snapshots: Readonly<Record<string, JsonObject>>, nowMs: number): void {
    for (const name of this.#breakers.keys()) {
      if (!Object.hasOwn(snapshots, name)) continue;
      const { breaker } = Breaker.restore(snapshots[name], this.#options, nowMs, this.#teller(name));
      this.#breakers.set(name, breaker);
    }
  }

  onTransition(listener: (change: BreakerTransition) => void): void {
    this.#listeners.push(listener);
  }

  #teller(name: string): (change: BreakerChange) => void {
    return (change) => {
      for (const listener of this.#listeners) tell(listener, { name, ...change });
    };
  }
}

/** A listener that fails must keep neither the others nor the call from going on. */
function tell(listener: (change: BreakerTransition) => void, change: BreakerTransition): void {
  try {
    listener(change);
  } catch {
    return;
  }
}

function optionsOf(settings: Settings["breaker"]): BreakerOptions {
  return {
    window: { kind: "count", calls: settings.window_calls },
    // More calls than the window holds would mean never to open.
    minimumCalls: Math.min(settings.minimum_calls, settings.window_calls),
    failureRatePercent: settings.failure_rate_percent,
    slowCallMs: settings.slow_call_ms,
    slowCallRatePercent: settings.slow_call_rate_percent,
    openMs: settings.open_ms,
    probeTimeoutMs: settings.probe_timeout_ms,
  };
}
