import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { closeServer, listenHere } from "./listen.ts";

/** What the other side of a drill does with a call. */
export type UpstreamMode =
  | "healthy"
  | "failing"
  | "busy"
  | "slow"
  | "delayed"
  | "hanging"
  | "reset"
  | "lost"
  | "invalid";

/** One call that arrived. */
export interface UpstreamCall {
  readonly atMs: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly mode: UpstreamMode;
}

/** Another system that actions have effects on, which does as it is told. */
export interface Upstream {
  readonly url: string;
  /** Of every path without a mode of its own. */
  mode: UpstreamMode;
  /** By path; it wins over `mode`. */
  readonly modes: Map<string, UpstreamMode>;
  /** What `slow` and `delayed` wait. */
  slowMs: number;
  delayMs: number;
  readonly calls: readonly UpstreamCall[];
  /** Calls to a path from the nth on; all paths without one. */
  callsTo(path: string, from?: number): readonly UpstreamCall[];
  /** Calls that were answered with 200. */
  effects(path: string): number;
  /** How many calls to a path it held at once, at most. */
  atOnceMax(path: string): number;
  /** Ends what it holds back, then the server. */
  close(): Promise<void>;
}

const CALLS_MAX = 20_000;
const BODY_CHARS_MAX = 1024 * 1024;
const STATUS: Readonly<Record<Exclude<UpstreamMode, "hanging" | "reset" | "lost">, number>> = {
  healthy: 200,
  slow: 200,
  delayed: 200,
  failing: 500,
  busy: 503,
  invalid: 422,
};

/**
 * Starts the other side. `GET /status/KEY` answers 200 when a call with that `Idempotency-Key` had its effect, 404
 * else.
 *
 * @example
 * const upstream = await startUpstream(Date.now);
 * upstream.mode = "failing";
 * await upstream.close();
 */
export async function startUpstream(nowMs: () => number): Promise<Upstream> {
  const calls: UpstreamCall[] = [];
  const done: { readonly path: string; readonly key: string }[] = [];
  const ending = new AbortController();
  const modes = new Map<string, UpstreamMode>();
  const held = new Map<string, { now: number; max: number }>();

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const body = await bodyOf(request);
    const key = String(request.headers["idempotency-key"] ?? "");
    if (path.startsWith("/status/")) {
      const isDone = done.some((one) => one.key === decodeURIComponent(path.slice("/status/".length)));
      answer(response, isDone ? 200 : 404, { done: isDone });
      return;
    }
    const mode = modes.get(path) ?? upstream.mode;
    const headers = request.headers as UpstreamCall["headers"];
    if (calls.length < CALLS_MAX) calls.push({ atMs: nowMs(), path, headers, body, mode });
    if (mode === "reset" || mode === "lost") {
      // Lost: the effect happened, and nobody is told.
      if (mode === "lost") done.push({ path, key });
      request.socket.destroy();
      return;
    }
    if (mode === "slow") await sleep(upstream.slowMs, undefined, { signal: ending.signal });
    if (mode === "delayed") await sleep(upstream.delayMs, undefined, { signal: ending.signal });
    if (mode === "hanging") {
      await gone(request, ending.signal);
      return;
    }
    const status = STATUS[mode];
    if (status === 200) done.push({ path, key });
    answer(response, status, { done: done.length });
  }

  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const counted = held.get(path) ?? { now: 0, max: 0 };
    held.set(path, counted);
    counted.now += 1;
    counted.max = Math.max(counted.max, counted.now);
    act(request, response)
      .catch(() => request.socket.destroy())
      .finally(() => {
        counted.now -= 1;
      });
  });
  const url = await listenHere(server);
  const upstream: Upstream = {
    url,
    mode: "healthy",
    modes,
    slowMs: 1000,
    delayMs: 500,
    calls,
    callsTo: (path, from = 0) => calls.filter((call) => call.path === path).slice(from),
    effects: (path) => done.filter((one) => one.path === path).length,
    atOnceMax: (path) => held.get(path)?.max ?? 0,
    close: async () => {
      ending.abort();
      await closeServer(server);
    },
  };
  return upstream;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) {
    text += part as string;
    if (text.length > BODY_CHARS_MAX) throw new RangeError("the body is too large");
  }
  return text;
}

/** Until whoever asked has gone, or the drill ends. */
function gone(request: IncomingMessage, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      request.socket.destroy();
      resolve();
    };
    request.socket.once("close", end);
    signal.addEventListener("abort", end, { once: true });
  });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
