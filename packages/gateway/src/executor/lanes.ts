import type { BulkheadPermit } from "@holdpoint/kit";
import { Bulkhead, BULKHEAD_CONCURRENT_MAX } from "@holdpoint/kit";
import type { Settings } from "../contract/settings.ts";

/** A place among the running calls, of its adapter and of all; given back once. */
export interface Place {
  readonly adapter: string;
  readonly own: BulkheadPermit;
  readonly shared: BulkheadPermit;
}

/** One bulkhead for all calls and one for each adapter's. */
export class Lanes {
  readonly #shared: Bulkhead;
  readonly #own: ReadonlyMap<string, Bulkhead>;

  constructor(adapters: Iterable<string>, settings: Settings["executor"]) {
    this.#shared = new Bulkhead(bounded(settings.concurrency));
    const each = bounded(settings.per_adapter_concurrency);
    this.#own = new Map([...adapters].map((name) => [name, new Bulkhead(each)]));
  }

  resize(settings: Settings["executor"]): void {
    this.#shared.resize(bounded(settings.concurrency));
    for (const bulkhead of this.#own.values()) bulkhead.resize(bounded(settings.per_adapter_concurrency));
  }

  /** Null when either is full, or there is no such adapter. */
  enter(adapter: string): Place | null {
    const bulkhead = this.#own.get(adapter);
    const own = bulkhead?.tryAcquire() ?? null;
    if (bulkhead === undefined || own === null) return null;
    const shared = this.#shared.tryAcquire();
    if (shared !== null) return { adapter, own, shared };
    bulkhead.release(own);
    return null;
  }

  leave({ adapter, own, shared }: Place): void {
    this.#own.get(adapter)?.release(own);
    this.#shared.release(shared);
  }

  get running(): number {
    return this.#shared.view().running;
  }
}

function bounded(concurrency: number): number {
  return Math.min(BULKHEAD_CONCURRENT_MAX, Math.max(1, Math.floor(concurrency) || 1));
}
