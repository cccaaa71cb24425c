import type { CommittedGroup, Place } from "../store/change.ts";

/** What the writer's thread is started with. */
export interface WriterStart {
  readonly folder: string;
  readonly origin: string;
  readonly anchorEveryMs: number;
  readonly pagesMax?: number;
}

export type ToWriter =
  /** `changes`: see `change-codec`. */
  { readonly type: "commit"; readonly id: number; readonly changes: string } | { readonly type: "close" };

/** A committed group with its places in one array: sequence and receipt's sequence of each change. */
export interface GroupWire extends Omit<CommittedGroup, "places"> {
  readonly seqs: Float64Array;
}

export function groupToWire({ places, ...group }: CommittedGroup): GroupWire {
  const seqs = new Float64Array(places.length * 2);
  for (const [index, { seq, receiptSeq }] of places.entries()) {
    seqs[2 * index] = seq;
    seqs[2 * index + 1] = receiptSeq;
  }
  return { ...group, seqs };
}

export function groupFromWire({ seqs, ...group }: GroupWire): CommittedGroup {
  const places: Place[] = [];
  for (let at = 0; at < seqs.length; at += 2) {
    places.push({ seq: seqs[at] as number, receiptSeq: seqs[at + 1] as number, checkpointSize: group.size });
  }
  return { ...group, places };
}

export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
}

export type FromWriter =
  | {
      readonly type: "opened";
      readonly origin: string;
      readonly guardianKey: string;
      readonly ledgerKey: string;
      readonly anchoredUpTo: number;
    }
  | { readonly type: "failed"; readonly error: WireError }
  | { readonly type: "committed"; readonly id: number; readonly group: GroupWire }
  | { readonly type: "refused"; readonly id: number; readonly error: WireError }
  | { readonly type: "anchored"; readonly size: number }
  | { readonly type: "closed" };
