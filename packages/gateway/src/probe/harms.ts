import type { AdapterCall, Executor, Permit } from "../contract/adapter.ts";
import type { Change, CommittedGroup } from "../store/change.ts";
import type { Writer } from "../store/writer.ts";

export type Call = Omit<AdapterCall, "signal">;

/** What the executor is given instead of what the engine gave. */
export interface Given {
  readonly permit: Permit | null;
  readonly call: Call;
}

/** Stands between two sound parts and harms what goes from one to the other while it is switched on. */
export interface Harm {
  given: ((given: Given) => Given) | null;
  /** What the store throws instead of committing; null lets the group through. */
  commit: ((changes: readonly Change[]) => Error | null) | null;
  /** The last permit and call that went through unharmed. */
  last: Given | null;
}

export function noHarm(): Harm {
  return { given: null, commit: null, last: null };
}

/** The executor as it is, given what the harm makes of permit and call. */
export function harmedExecutor(executor: Executor, harm: Harm): Executor {
  return {
    adapters: executor.adapters,
    breakers: executor.breakers,
    admit: (adapter, nowMs) => executor.admit(adapter, nowMs),
    release: (ticket) => executor.release(ticket),
    run: (ticket, permit, call) => {
      const sound: Given = { permit, call };
      if (harm.given === null) harm.last = sound;
      const given = harm.given?.(sound) ?? sound;
      return executor.run(ticket, given.permit, given.call);
    },
    status: (call, adapter) => executor.status(call, adapter),
    onPlaceFreed: () => undefined,
    close: () => executor.close(),
  };
}

/** The writer as it is, except where the harm refuses. */
export function harmedWriter(writer: Writer, harm: Harm): Writer {
  return {
    origin: writer.origin,
    guardianOrigin: writer.guardianOrigin,
    guardianKey: writer.guardianKey,
    ledgerKey: writer.ledgerKey,
    get anchoredUpTo(): number {
      return writer.anchoredUpTo;
    },
    commit: (changes: readonly Change[]): Promise<CommittedGroup> => {
      const refusal = harm.commit?.(changes) ?? null;
      return refusal === null ? writer.commit(changes) : Promise.reject(refusal);
    },
    close: () => writer.close(),
  };
}
