import type { Duplex } from "node:stream";
import { HoldpointError, problemOf } from "@holdpoint/core";
import type { Entropy } from "@holdpoint/kit";
import { correlate, newCorrelationId } from "@holdpoint/kit";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import type { ActorLimit } from "../auth/actor-limit.ts";
import { actorLimit } from "../auth/actor-limit.ts";
import type { Engine } from "../contract/engine.ts";
import type { Timers } from "../engine/timers.ts";
import { RetryAfterError } from "../errors/retry-after.ts";
import type { TraceSource } from "./caller-of.ts";
import { callerOf } from "./caller-of.ts";
import { CLOSE, Connection } from "./connection.ts";
import type { Opening, StreamTokens, UpgradeRequest } from "./handshake.ts";
import { chosenSubprotocol, openingOf, principalOf } from "./handshake.ts";
import { Hub } from "./hub.ts";
import type { InputHandler } from "./input.ts";
import { keepAlive } from "./keep-alive.ts";
import type { StreamLimits } from "./limits.ts";
import { STREAM_LIMITS } from "./limits.ts";
import { Receiver } from "./receiver.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";

/** The part of `http.Server` that gives upgrades away. */
export interface UpgradeServer {
  on(event: "upgrade", listener: UpgradeListener): unknown;
  off(event: "upgrade", listener: UpgradeListener): unknown;
}

type Upgrade = Parameters<WebSocketServer["handleUpgrade"]>[0] & UpgradeRequest;
type UpgradeListener = (request: Upgrade, socket: Duplex, head: Buffer) => void;

export interface StreamTerms {
  readonly server: UpgradeServer;
  readonly engine: Engine;
  readonly tokens: StreamTokens;
  readonly input: InputHandler;
  readonly nowMs: () => number;
  readonly randomBytes: Entropy;
  readonly timers: Pick<Timers, "set" | "clear">;
  readonly log: (line: object) => void;
  readonly limits?: Partial<StreamLimits>;
  /** The one of HTTP, where both serve; left out, one of its own. */
  readonly actorLimit?: ActorLimit;
}

export interface AttachedStream {
  /** Connections that are open. */
  readonly size: number;
  /** Ends the connections whose token is not held any more, after tokens were read again. */
  recheck(): void;
  /** Says goodbye to all (1001) and waits until they are gone, at most `closeGraceMs` long. */
  close(): Promise<void>;
}

/**
 * Serves `/v1/stream` on the upgrades of an HTTP server.
 *
 * @example
 * const stream = attachStream({ server: app.server, engine, tokens, input: echoInput(engine, () => 10_000), …});
 * await stream.close();
 */
export function attachStream(terms: StreamTerms): AttachedStream {
  return new Stream(terms);
}

class Stream implements AttachedStream {
  readonly #terms: StreamTerms;
  readonly #limits: StreamLimits;
  readonly #actorLimit: ActorLimit;
  readonly #hub: Hub = new Hub();
  readonly #upgrades = new Map<Connection, UpgradeRequest>();
  readonly #sockets: WebSocketServer;
  readonly #listener: UpgradeListener;
  readonly #unsubscribe: () => void;
  #closed: (() => void) | null = null;
  #closing = false;

  constructor(terms: StreamTerms) {
    this.#terms = terms;
    this.#limits = { ...STREAM_LIMITS, ...terms.limits };
    this.#actorLimit = terms.actorLimit ?? actorLimit(terms.engine.settings, terms.nowMs);
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.messageSizeBytesMax,
      maxFragments: this.#limits.fragmentsMax,
      handleProtocols: chosenSubprotocol,
    });
    this.#listener = (request, socket, head) => this.#upgrade(request, socket, head);
    terms.server.on("upgrade", this.#listener);
    this.#unsubscribe = terms.engine.subscribe((event) => this.#hub.tell(event));
  }

  get size(): number {
    return this.#hub.size;
  }

  recheck(): void {
    for (const [connection, { headers }] of this.#upgrades) {
      const { actor, roles } = connection.opening.principal;
      const now = principalOf({ headers }, this.#terms.tokens);
      if (now?.actor === actor && [...roles].every((role) => now.roles.has(role))) continue;
      connection.fail(
        new HoldpointError("HP-GATEWAY-UNAUTHENTICATED", "the token is not known any more"),
        CLOSE.policy,
      );
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    const gone = new Promise<void>((resolve) => (this.#closed = resolve));
    for (const connection of this.#hub.all()) connection.close(CLOSE.goingAway, "the gateway stops");
    const timer = this.#terms.timers.set(() => this.#closed?.(), this.#limits.closeGraceMs);
    if (this.#hub.size > 0) await gone;
    this.#terms.timers.clear(timer);
    this.#unsubscribe();
    this.#terms.server.off("upgrade", this.#listener);
  }

  #upgrade(request: Upgrade, socket: Duplex, head: Buffer): void {
    // Without a listener a reset before the upgrade would end the process.
    const ignore = (): void => undefined;
    socket.on("error", ignore);
    try {
      const opening = openingOf(request, this.#terms.tokens);
      this.#assertRoom(opening);
      this.#sockets.handleUpgrade(request, socket, head, (opened) => {
        socket.off("error", ignore);
        this.#open(opened, opening, request);
      });
    } catch (error) {
      this.#refuse(request, socket, error);
    }
  }

  #refuse(request: Upgrade, socket: Duplex, error: unknown): void {
    const { nowMs, randomBytes, log } = this.#terms;
    const { id } = correlate(request.headers["x-correlation-id"], () => newCorrelationId(nowMs(), randomBytes));
    refuseUpgrade(socket, error, id);
    const { code, status } = problemOf(error);
    log({ event: "stream-refused", correlation_id: id, status, code });
  }

  #assertRoom({ principal }: Opening): void {
    const { connectionsMax, connectionsPerActorMax } = this.#limits;
    if (this.#closing || this.#terms.engine.health.stopping) {
      throw new HoldpointError("HP-GATEWAY-STOPPING", "the gateway takes no more connections");
    }
    if (this.#hub.size >= connectionsMax) {
      throw new RetryAfterError("HP-GATEWAY-BUSY", `there are ${connectionsMax} streams already`, 1000);
    }
    if (this.#hub.of(principal.actor) >= connectionsPerActorMax) {
      throw new RetryAfterError("HP-GATEWAY-RATE-LIMITED", `the actor has ${connectionsPerActorMax} streams`, 1000);
    }
    const tooOften = this.#actorLimit(principal.actor);
    if (tooOften !== null) throw tooOften;
  }

  #open(socket: WebSocket, opening: Opening, request: Upgrade): void {
    const { engine, input, nowMs, randomBytes: entropy, timers, log } = this.#terms;
    const limits = this.#limits;
    const upgrade = traceOf(request);
    const caller = callerOf(opening.principal, upgrade, upgrade, entropy, nowMs());
    const connection = new Connection({
      socket,
      opening,
      engine,
      limits,
      nowMs,
      after: (delayMs, task) => {
        const timer = timers.set(task, delayMs);
        return () => timers.clear(timer);
      },
      asked: { id: null, sessionId: opening.session, turnId: null, caller },
    });
    const own = { limits, actorLimit: this.#actorLimit, upgrade };
    const receiver = new Receiver({ connection, engine, input, ...own, entropy, nowMs, log });
    const stopPinging = keepAlive(socket, limits.pingIntervalMs, timers);
    this.#hub.add(connection);
    this.#upgrades.set(connection, request);
    socket.on("message", (data, isBinary) => void receiver.receive(data as Buffer, isBinary));
    socket.on("ping", () => void receiver.take());
    // What is broken on the wire is closed by ws with the code of RFC 6455 (1002, 1007, 1009).
    socket.on("error", () => undefined);
    socket.on("close", () => {
      stopPinging();
      receiver.gone();
      connection.ended();
      this.#hub.remove(connection);
      this.#upgrades.delete(connection);
      if (this.#hub.size === 0) this.#closed?.();
    });
    if (opening.lastId !== null) void connection.resume(opening.lastId);
  }
}

function traceOf({ headers }: UpgradeRequest): TraceSource {
  const one = (value: string | string[] | undefined): string | undefined =>
    typeof value === "string" ? value : undefined;
  return {
    correlationId: one(headers["x-correlation-id"]),
    traceparent: one(headers["traceparent"]),
    tracestate: one(headers["tracestate"]),
  };
}
