import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { ActionEvent, Engine } from "../contract/engine.ts";
import type { Opening } from "./handshake.ts";
import type { StreamLimits } from "./limits.ts";
import type { Writable } from "./outbox.ts";
import { Outbox } from "./outbox.ts";
import type { Asked, ChangeType } from "./server-message.ts";
import { answerMessage, changeMessage, errorPayload } from "./server-message.ts";
import { filterFor, toldAs } from "./visibility.ts";

/** Close codes of RFC 6455 section 7.4.1 and of its registry. */
export const CLOSE: Readonly<Record<"goingAway" | "binary" | "policy" | "tooSlow", number>> = {
  goingAway: 1001,
  binary: 1003,
  policy: 1008,
  tooSlow: 1013,
};

const PAGE_EVENTS = 200;

export interface Closable extends Writable {
  close(code: number, reason: string): void;
  terminate(): void;
}

export interface ConnectionTerms {
  readonly socket: Closable;
  readonly opening: Opening;
  readonly engine: Pick<Engine, "eventsAfter" | "health">;
  readonly limits: StreamLimits;
  readonly nowMs: () => number;
  /** Runs once, later; returns how not to. */
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** Whom messages name that answer nothing in particular. */
  readonly asked: Asked;
}

/** One reader of the stream: sends it the changes that it may see, each once and in the ledger's order. */
export class Connection {
  readonly opening: Opening;
  readonly #terms: ConnectionTerms;
  readonly #outbox: Outbox;
  #lastSeq = -1;
  #catchingUp = false;
  #closing = false;
  #cutOff: () => void = () => undefined;

  constructor(terms: ConnectionTerms) {
    this.#terms = terms;
    this.opening = terms.opening;
    this.#outbox = new Outbox(terms.socket, terms.limits, () => this.#tooSlow());
  }

  get closing(): boolean {
    return this.#closing;
  }

  /** Sends what was missed since `lastId`, a page after the other as fast as it is read; then what comes. */
  async resume(lastId: number): Promise<void> {
    try {
      await this.#resume(lastId);
    } catch (error) {
      const known = isHoldpointError(error) ? error : new HoldpointError("HP-GATEWAY-STORAGE", "the store failed");
      this.fail(known, CLOSE.goingAway);
    }
  }

  /** A change that was just made; while older ones are sent again it is found among them. */
  tell(event: ActionEvent, textAs: (type: ChangeType) => string): void {
    if (this.#catchingUp || this.#closing || event.seq <= this.#lastSeq) return;
    this.#lastSeq = event.seq;
    const type = toldAs(event, this.opening);
    if (type !== null) this.#outbox.send(textAs(type));
  }

  send(text: string): void {
    this.#outbox.send(text);
  }

  /** Tells an error that ends the connection. */
  fail(error: HoldpointError, code: number): void {
    if (this.#closing) return;
    this.#outbox.last(answerMessage("error", this.#terms.asked, errorPayload(error), this.#terms.nowMs()));
    this.close(code, error.code);
  }

  /** Closes with a frame that says why; a peer that does not answer it is cut off. */
  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.ended();
    this.#terms.socket.close(code, reason);
    this.#cutOff = this.#terms.after(this.#terms.limits.closeGraceMs, () => this.#terms.socket.terminate());
  }

  /** The socket is closed, by whomever. */
  ended(): void {
    this.#closing = true;
    this.#outbox.close();
    this.#cutOff();
  }

  async #resume(lastId: number): Promise<void> {
    const { engine, limits } = this.#terms;
    if (lastId >= engine.health.ledgerSize) {
      return this.fail(new HoldpointError("HP-GATEWAY-STREAM-GONE", `there is no change ${lastId} yet`), CLOSE.policy);
    }
    this.#catchingUp = true;
    this.#lastSeq = lastId;
    let looked = 0;
    while (!this.#closing) {
      const page = engine.eventsAfter(this.#lastSeq, filterFor(this.opening), PAGE_EVENTS);
      looked += page.length;
      if (looked > limits.resumedEventsMax) {
        const detail = `more than ${limits.resumedEventsMax} changes were missed`;
        return this.fail(new HoldpointError("HP-GATEWAY-STREAM-GONE", detail), CLOSE.policy);
      }
      const texts = page.map((event) => this.#textOf(event)).filter((text) => text !== null);
      this.#lastSeq = page.at(-1)?.seq ?? this.#lastSeq;
      if (page.length < PAGE_EVENTS) {
        this.#catchingUp = false;
        for (const text of texts) this.#outbox.send(text);
        return;
      }
      for (const text of texts) await this.#outbox.sent(text);
    }
  }

  #tooSlow(): void {
    const waiting = this.#terms.socket.bufferedAmount;
    this.fail(new HoldpointError("HP-GATEWAY-STREAM-SLOW", `${waiting} bytes wait for the reader`), CLOSE.tooSlow);
  }

  #textOf(event: ActionEvent): string | null {
    const type = toldAs(event, this.opening);
    return type === null ? null : changeMessage(type, event);
  }
}
