import type { Http1Fault } from "./fault.ts";
import type { Http1Limits } from "./limits.ts";

/** Counts a body's bytes, and keeps them where they were asked for. */
export class KeptBody {
  readonly #limits: Http1Limits;
  #keeps = false;
  #parts: Buffer[] = [];
  bytes = 0;

  constructor(limits: Http1Limits) {
    this.#limits = limits;
  }

  start(keeps: boolean): void {
    this.#keeps = keeps;
    this.bytes = 0;
    if (this.#parts.length > 0) this.#parts = [];
  }

  take(bytes: Buffer, from: number, to: number): Http1Fault | null {
    this.bytes += to - from;
    if (this.bytes > (this.#keeps ? this.#limits.keptBodyBytesMax : this.#limits.bodyBytesMax)) return "body-too-large";
    // A copy: the caller reads the next bytes into the same buffer.
    if (this.#keeps && to > from) this.#parts.push(Buffer.from(bytes.subarray(from, to)));
    return null;
  }

  /** Null unless it was to be kept. */
  get whole(): Buffer | null {
    if (!this.#keeps) return null;
    const [first] = this.#parts;
    return this.#parts.length === 1 && first !== undefined ? first : Buffer.concat(this.#parts);
  }
}
