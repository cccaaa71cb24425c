import type { JsonObject } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { Entropy } from "@holdpoint/kit";
import { RateLimiter } from "@holdpoint/kit";
import type { ActorLimit } from "../auth/actor-limit.ts";
import type { Engine } from "../contract/engine.ts";
import { RetryAfterError } from "../errors/retry-after.ts";
import type { TraceSource } from "./caller-of.ts";
import { callerOf } from "./caller-of.ts";
import type { Connection } from "./connection.ts";
import { CLOSE } from "./connection.ts";
import type { InputHandler } from "./input.ts";
import type { StreamLimits } from "./limits.ts";
import type { ServerType } from "./message-schema.ts";
import { perform } from "./perform.ts";
import type { ClientMessage } from "./read-message.ts";
import { readMessage } from "./read-message.ts";
import type { Asked } from "./server-message.ts";
import { answerMessage, errorPayload } from "./server-message.ts";

export interface ReceiverTerms {
  readonly connection: Connection;
  readonly engine: Engine;
  readonly input: InputHandler;
  readonly limits: StreamLimits;
  readonly actorLimit: ActorLimit;
  readonly upgrade: TraceSource;
  readonly entropy: Entropy;
  readonly nowMs: () => number;
  readonly log: (line: object) => void;
}

/** Takes what one client sends; whatever goes wrong is told to it, and nothing is thrown. */
export class Receiver {
  readonly #terms: ReceiverTerms;
  readonly #limiter: RateLimiter;
  readonly #answering: Map<string, AbortController> = new Map();
  #pending = 0;
  #refusals = 0;

  constructor(terms: ReceiverTerms) {
    this.#terms = terms;
    const { messagesPerSecond: tokens, messagesBurst: burst } = terms.limits;
    this.#limiter = new RateLimiter({ tokens, burst, keysMax: 1 });
  }

  async receive(bytes: Buffer, isBinary: boolean): Promise<void> {
    const { connection, entropy, nowMs, upgrade } = this.#terms;
    if (connection.closing) return;
    if (isBinary) return connection.fail(refusal("frames are text, not binary"), CLOSE.binary);
    const overRate = this.take();
    const read = readMessage(bytes);
    const message = "message" in read ? read.message : null;
    const caller = callerOf(connection.opening.principal, sourceOf(message), upgrade, entropy, nowMs());
    const asked: Asked = {
      id: "message" in read ? read.message.id : read.refused.id,
      sessionId: message?.session_id ?? connection.opening.session,
      turnId: message?.turn_id ?? null,
      caller,
    };
    const send = (type: ServerType, payload: JsonObject): void =>
      connection.send(answerMessage(type, asked, payload, nowMs()));
    if (overRate !== null) return send("error", errorPayload(overRate));
    if ("refused" in read) return send("error", errorPayload(read.refused.error));
    const tooOften = read.message.type === "ping" ? null : this.#terms.actorLimit(caller.actor);
    if (tooOften !== null) return send("error", errorPayload(tooOften));
    if (this.#pending >= this.#terms.limits.pendingMax) return send("error", errorPayload(tooMuch(this.#pending)));
    this.#pending += 1;
    try {
      const { engine, input } = this.#terms;
      const { session } = connection.opening;
      await perform(read.message, caller, { engine, input, session, send, answering: this.#answering });
    } catch (error) {
      if (!isHoldpointError(error)) this.#log(error, asked);
      send("error", errorPayload(error));
    } finally {
      this.#pending -= 1;
    }
  }

  /** Counts a message or a ping; too many of those that were refused end the connection. */
  take(): HoldpointError | null {
    const answer = this.#limiter.take("", this.#terms.nowMs());
    if (answer.ok) {
      this.#refusals = 0;
      return null;
    }
    this.#refusals += 1;
    const error = new RetryAfterError("HP-GATEWAY-RATE-LIMITED", "too many messages a second", answer.retryAfterMs);
    if (this.#refusals > this.#terms.limits.refusalsMax) this.#terms.connection.fail(error, CLOSE.policy);
    return error;
  }

  /** Leaves the answers that are being given: nobody reads them any more. */
  gone(): void {
    for (const answering of this.#answering.values()) answering.abort();
  }

  #log(error: unknown, { id, caller }: Asked): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const { correlationId, traceparent } = caller;
    this.#terms.log({ event: "stream-error", message_id: id, correlation_id: correlationId, traceparent, error: text });
  }
}

function sourceOf(message: ClientMessage | null): TraceSource {
  return {
    correlationId: message?.correlation_id,
    traceparent: message?.traceparent,
    tracestate: message?.tracestate,
  };
}

function refusal(text: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-STREAM-MESSAGE", text);
}

function tooMuch(pending: number): HoldpointError {
  return new HoldpointError("HP-GATEWAY-BUSY", `${pending} messages of this connection have no answer yet`);
}
