import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { PermitProof, VerdictGroup } from "../contract/adapter.ts";
import type { BudgetRow, Reservation } from "../contract/guardian.ts";
import type { Change, CommittedGroup, Place } from "../store/change.ts";
import type { Writer } from "../store/writer.ts";
import type { Timers } from "./timers.ts";

const GROUP_CHANGES_MAX = 1000;
/** As many are sent before the tick is over: the writer works on them while the rest of the tick is taken in. */
const FLUSH_AT = 64;
/** One group is being flushed while the next one is on its way to the writer. */
const IN_FLIGHT_MAX = 2;
/** A change that is refused so often while others are taken is refused for a reason of its own. */
const REFUSALS_MAX = 5;
const RETRY_FIRST_MS = 50;
const RETRY_MAX_MS = 2000;

/** Where a change went, and the proof of its verdict when it had one. */
export interface Committed {
  readonly place: Place;
  readonly proof: PermitProof | null;
}

interface Entry {
  readonly change: Change;
  /** Budgets that it touches; how they stand is read when the group is sent, so that the last one sent is right. */
  readonly held: readonly Reservation[];
  /** True for what has happened already: it is kept and tried again until it is durable. */
  readonly mustHold: boolean;
  readonly done: (error: HoldpointError | null, committed: Committed | null) => void;
  /** How often the store refused it although it took others. */
  refusals: number;
}

export interface CommitterTerms {
  readonly writer: Writer;
  readonly timers: Timers;
  readonly budgetRows: (held: readonly Reservation[]) => readonly BudgetRow[];
}

/**
 * Collects the changes of a tick into one commit group; while a group is being committed the next one fills. Nobody
 * hears of a change before it is durable.
 */
export class Committer {
  readonly #writer: Writer;
  readonly #timers: Timers;
  readonly #budgetRows: CommitterTerms["budgetRows"];
  #pending: Entry[] = [];
  #inFlight = 0;
  #scheduled = false;
  #retrying = false;
  #isEnded = false;
  #trouble: HoldpointError | null = null;
  #retryMs = RETRY_FIRST_MS;
  #idle: (() => void)[] = [];
  groups = 0;
  changes = 0;
  size = 0;
  checkpoint: string | null = null;

  constructor({ writer, timers, budgetRows }: CommitterTerms) {
    this.#writer = writer;
    this.#timers = timers;
    this.#budgetRows = budgetRows;
  }

  /** Why the store takes nothing at the moment, or null. */
  get trouble(): HoldpointError | null {
    return this.#trouble;
  }

  add(change: Change, held: readonly Reservation[], mustHold: boolean, done: Entry["done"]): void {
    // Nobody hears of it: the next start finds the action as it is durable.
    if (this.#isEnded) return;
    if (this.#trouble !== null && !mustHold) {
      done(this.#trouble, null);
      return;
    }
    this.#pending.push({ change, held, mustHold, done, refusals: 0 });
    if (this.#pending.length >= FLUSH_AT && this.#trouble === null) this.#flush();
    else this.#schedule();
  }

  /** The same as a promise. */
  commit(change: Change, mustHold: boolean = false): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.add(change, [], mustHold, (error, committed) => {
        if (committed === null) reject(error ?? new TypeError("a change without an end"));
        else resolve(committed);
      });
    });
  }

  /** Takes nothing more, and tries nothing again: the store is about to be closed. */
  end(): void {
    this.#isEnded = true;
  }

  /** Resolves when nothing waits to be committed. */
  settled(): Promise<void> {
    if (this.#inFlight === 0 && this.#pending.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #standing({ change, held }: Entry): Change {
    return held.length === 0 ? change : { ...change, budgets: this.#budgetRows(held) };
  }

  #schedule(): void {
    if (this.#scheduled || this.#inFlight >= IN_FLIGHT_MAX || this.#trouble !== null) return;
    this.#scheduled = true;
    // At the end of the tick, so that everything that came in with it shares one flush.
    this.#timers.defer(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#inFlight >= IN_FLIGHT_MAX || this.#pending.length === 0) return;
    const group = this.#pending.splice(0, GROUP_CHANGES_MAX);
    this.#inFlight += 1;
    this.#writer.commit(group.map((entry) => this.#standing(entry))).then(
      (committed) => this.#committed(group, committed),
      (error: unknown) => this.#refused(group, error),
    );
  }

  #committed(group: readonly Entry[], committed: CommittedGroup): void {
    this.#inFlight -= 1;
    this.#well();
    this.#made(group, committed);
    this.#next();
  }

  #well(): void {
    this.#trouble = null;
    this.#retryMs = RETRY_FIRST_MS;
  }

  #made(group: readonly Entry[], committed: CommittedGroup): void {
    this.groups += 1;
    this.changes += group.length;
    this.size = committed.size;
    this.checkpoint = committed.checkpoint;
    const verdicts = verdictGroup(group, committed.verdictNote);
    let index = 0;
    for (let at = 0; at < group.length; at += 1) {
      const { change, done } = group[at] as Entry;
      const verdict = change.records[change.verdict];
      let proof: PermitProof | null = null;
      if (verdict !== undefined && verdicts !== null) {
        proof = { verdictText: verdict.text, index, group: verdicts };
        index += 1;
      }
      done(null, { place: committed.places[at] as Place, proof });
    }
  }

  #refused(group: readonly Entry[], thrown: unknown): void {
    this.#inFlight -= 1;
    if (group.length > 1 && !isFull(thrown)) {
      // One change that the store refuses must not take the others with it.
      void this.#oneByOne(group);
      return;
    }
    const error = storageError(thrown);
    this.#hold(group, error);
  }

  #hold(group: readonly Entry[], error: HoldpointError): void {
    const kept = group.filter((entry) => entry.mustHold);
    this.#trouble = error;
    const waiting = this.#pending;
    this.#pending = [...kept, ...waiting.filter((entry) => entry.mustHold)];
    for (const entry of [...group, ...waiting]) if (!entry.mustHold) entry.done(error, null);
    // The group that was on its way behind this one is refused too, and is tried again with it.
    if (this.#retrying || this.#isEnded) return;
    this.#retrying = true;
    this.#timers.set(() => this.#retry(), this.#retryMs);
    this.#retryMs = Math.min(RETRY_MAX_MS, this.#retryMs * 2);
  }

  /** A record of the recovery is tried with what must hold: it tells a store that is ill from a change that is. */
  #retry(): void {
    this.#retrying = false;
    if (!this.#pending.some(({ change }) => change === RECOVERED))
      this.#pending.push({ change: RECOVERED, held: [], mustHold: true, done: () => undefined, refusals: 0 });
    this.#flush();
  }

  /** Where all are refused it is the store, which is tried again; where only some are, it is those. */
  async #oneByOne(group: readonly Entry[]): Promise<void> {
    this.#inFlight += 1;
    const refused: (readonly [Entry, unknown])[] = [];
    for (const entry of group) {
      const [tried] = await Promise.allSettled([this.#writer.commit([this.#standing(entry)])]);
      if (tried.status === "rejected") refused.push([entry, tried.reason]);
      else this.#made([entry], tried.value);
    }
    this.#inFlight -= 1;
    const [, thrown] = refused.find(([, reason]) => isFull(reason)) ?? refused[0] ?? [];
    const error = storageError(thrown);
    const isStore = isFull(thrown) || refused.length === group.length;
    const held = refused.filter(([entry]) => isStore || !isGivenUp(entry)).map(([entry]) => entry);
    if (!isStore) this.#well();
    for (const [entry, reason] of refused) if (!held.includes(entry)) entry.done(storageError(reason), null);
    if (held.length > 0) this.#hold(held, error);
    else this.#next();
  }

  #next(): void {
    if (this.#pending.length > 0) {
      this.#schedule();
      return;
    }
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }
}

const RECOVERED: Change = {
  records: [{ kind: "storage-recovered", run: "", text: "{}" }],
  verdict: -1,
  signedSingly: false,
  receipt: -1,
  isProvisional: false,
  action: null,
  key: null,
  budgets: [],
  states: [],
};

function verdictGroup(group: readonly Entry[], note: string | null): VerdictGroup | null {
  if (note === null) return null;
  const verdictTexts: string[] = [];
  for (const { change } of group) {
    const verdict = change.records[change.verdict];
    if (verdict !== undefined) verdictTexts.push(verdict.text);
  }
  return { verdictTexts, note };
}

/** Counts the refusal; what need not hold is given up at once. */
function isGivenUp(entry: Entry): boolean {
  entry.refusals += 1;
  return !entry.mustHold || entry.refusals >= REFUSALS_MAX;
}

function isFull(thrown: unknown): boolean {
  return isHoldpointError(thrown) && thrown.code === "HP-LEDGER-FULL";
}

function storageError(thrown: unknown): HoldpointError {
  const code: ErrorCode = isFull(thrown) ? "HP-GATEWAY-STORAGE-FULL" : "HP-GATEWAY-STORAGE";
  // The reason is for the log; what is answered must not tell paths of this machine.
  return new HoldpointError(
    code,
    code === "HP-GATEWAY-STORAGE-FULL" ? "no space is left" : "the store refused",
    {},
    thrown,
  );
}
