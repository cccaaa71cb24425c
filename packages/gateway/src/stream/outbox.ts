import type { StreamLimits } from "./limits.ts";

/** The part of a WebSocket that is written to. */
export interface Writable {
  readonly bufferedAmount: number;
  send(text: string, sent?: (error?: Error) => void): void;
}

/**
 * Everything that is sent to one reader. What waits for a reader is bounded: beyond the bound nothing more is taken
 * and `tooSlow` is called, once.
 */
export class Outbox {
  readonly #socket: Writable;
  readonly #sizeBytesMax: number;
  readonly #tooSlow: () => void;
  #open = true;

  constructor(socket: Writable, limits: Pick<StreamLimits, "bufferSizeBytesMax">, tooSlow: () => void) {
    this.#socket = socket;
    this.#sizeBytesMax = limits.bufferSizeBytesMax;
    this.#tooSlow = tooSlow;
  }

  send(text: string): void {
    if (!this.#open) return;
    if (this.#socket.bufferedAmount > this.#sizeBytesMax) {
      this.#open = false;
      this.#tooSlow();
      return;
    }
    this.#socket.send(text, () => undefined);
  }

  /** The same, and resolves when it was handed to the network, or cannot be any more. */
  async sent(text: string): Promise<void> {
    if (!this.#open) return;
    await new Promise<void>((resolve) => this.#socket.send(text, () => resolve()));
  }

  /** The last message, past the bound. */
  last(text: string): void {
    this.#open = false;
    this.#socket.send(text, () => undefined);
  }

  close(): void {
    this.#open = false;
  }
}
