import type { StoredRecord } from "../store/ledger-store.ts";
import { endsAs } from "./read-record.ts";
import { recordEnd } from "./record.ts";

const ASCII = /^[\x20-\x7e]*$/;
const SEQ_PLACEHOLDER = 0;

/** `endsAs` for millions of records in a row, most of which have the kind and run of the one before. */
export class RecordEnds {
  #kind: string | null = null;
  #run: string | null = null;
  #before = "";
  #after = "";
  #isAscii = false;

  fits(bytes: Buffer, record: Pick<StoredRecord, "kind" | "run" | "seq">): boolean {
    if (record.kind !== this.#kind || record.run !== this.#run) this.#remember(record.kind, record.run);
    if (!this.#isAscii) return endsAs(bytes, record);
    const end = `${this.#before}${record.seq}${this.#after}`;
    const from = bytes.length - end.length;
    return from > 0 && bytes.toString("latin1", from) === end;
  }

  #remember(kind: string, run: string): void {
    this.#kind = kind;
    this.#run = run;
    const end = recordEnd(kind, run, SEQ_PLACEHOLDER);
    const at = end.lastIndexOf(`:${SEQ_PLACEHOLDER},`) + 1;
    this.#before = end.slice(0, at);
    this.#after = end.slice(at + 1);
    this.#isAscii = ASCII.test(end);
  }
}
