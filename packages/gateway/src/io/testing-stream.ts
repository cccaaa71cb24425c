import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ClientOptions } from "ws";
import { WebSocket } from "ws";
import type { Principal, Role } from "../contract/principal.ts";
import type { TestingEngine } from "../testing-engine.ts";
import { createTestingEngine } from "../testing-engine.ts";
import type { AttachedStream, StreamTerms } from "../stream/attach-stream.ts";
import { attachStream } from "../stream/attach-stream.ts";
import { echoInput } from "../stream/input.ts";

/** A message as a test looks at it. */
export interface Got {
  readonly type: string;
  readonly id: string;
  readonly correlation_id: string;
  readonly session_id: string | null;
  readonly turn_id: string | null;
  readonly timestamp: string;
  readonly traceparent?: string;
  readonly payload: {
    readonly ref?: string | null;
    readonly code?: string;
    readonly message?: string;
    readonly retryable?: boolean;
    readonly text?: string;
    readonly action_ids?: readonly string[];
    readonly repeated?: boolean;
    readonly from?: string | null;
    readonly action?: { readonly id: string; readonly state: string; readonly actor: string };
  };
}

/** Tokens are `role` or `actor:role+role`. */
export const TOKENS: StreamTerms["tokens"] = {
  authenticate: (header) => holderOf(header?.replace(/^Bearer /, "") ?? ""),
  holderOf,
};

function holderOf(token: string): Principal | null {
  const [actor = "", roles = actor] = token.split(":");
  const known = ["requester", "approver", "operator", "observer"];
  const wanted = roles.split("+");
  if (actor === "" || wanted.some((role) => !known.includes(role))) return null;
  return { actor, roles: new Set(wanted as Role[]) };
}

export interface StreamFixture {
  readonly engine: TestingEngine;
  readonly stream: AttachedStream;
  readonly server: Server;
  readonly url: string;
  readonly port: number;
  readonly logged: object[];
  /** A client that is open, as that token's holder. */
  open(token: string, query?: string, options?: ClientOptions): Promise<TestClient>;
  close(): Promise<void>;
}

export async function streamFixture(change: Partial<StreamTerms> = {}): Promise<StreamFixture> {
  const engine = createTestingEngine();
  const server = createServer((_, response) => response.end("plain"));
  const logged: object[] = [];
  const stream = attachStream({
    server,
    engine,
    tokens: TOKENS,
    input: echoInput(engine, () => 1000),
    nowMs: Date.now,
    randomBytes,
    timers: { set: (task, delayMs) => setTimeout(task, delayMs), clear: (timer) => clearTimeout(timer as never) },
    log: (line) => logged.push(line),
    ...change,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/v1/stream`;
  return {
    engine,
    stream,
    server,
    url,
    port,
    logged,
    open: async (token, query = "", options = {}) => {
      const headers = { authorization: `Bearer ${token}`, ...options.headers };
      const client = new TestClient(new WebSocket(`${url}${query}`, { ...options, headers }));
      await once(client.socket, "open");
      return client;
    },
    close: async () => {
      await stream.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const WAIT_MAX_MS = 5000;

/** Keeps every message, and waits for those that a test wants. */
export class TestClient {
  readonly socket: WebSocket;
  readonly got: Got[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #wake: () => void = () => undefined;
  #next = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      this.got.push(JSON.parse((data as Buffer).toString()) as Got);
      this.#wake();
    });
    socket.on("error", () => undefined);
    this.closed = new Promise((resolve) =>
      socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })),
    );
  }

  send(message: unknown): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  /** Messages up to and with the first, not yet waited for, that fits. */
  async until(fits: (message: Got) => boolean): Promise<Got> {
    const deadline = Date.now() + WAIT_MAX_MS;
    for (;;) {
      while (this.#next < this.got.length) {
        const message = this.got[this.#next] as Got;
        this.#next += 1;
        if (fits(message)) return message;
      }
      if (Date.now() > deadline) throw new Error(`did not come; there were ${JSON.stringify(this.got.slice(-5))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async type(type: string): Promise<Got> {
    return this.until((message) => message.type === type);
  }

  /** Sends a message and gives the first that refers to it. */
  async ask(message: { readonly id: string; readonly [key: string]: unknown }): Promise<Got> {
    this.send(message);
    return this.until(({ payload }) => payload.ref === message.id);
  }

  async bye(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}

/** An `action.submit` for that adapter. */
export function submit(
  id: string,
  adapter: string,
  more: object = {},
): { readonly id: string; readonly [key: string]: unknown } {
  return { type: "action.submit", id, payload: { adapter, operation: adapter, arguments: { a: 1 } }, ...more };
}
