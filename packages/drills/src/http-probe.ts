import type { Json, JsonObject } from "@holdpoint/core";
import type { DrillStep } from "./drill.ts";

/** One request and all of its answer. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Undefined when the answer is not JSON. */
  readonly json: Json | undefined;
  /** `code` of a problem document, else null. */
  readonly code: string | null;
  readonly durationMs: number;
}

export interface ProbeRequest {
  /** Sent as JSON. */
  readonly body?: Json;
  /** Sent as it is, instead of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string | null;
  readonly timeoutMs?: number;
}

export interface ProbeTerms {
  /** Asked for each request, so that a restarted gateway may listen elsewhere. */
  readonly baseUrl: () => string;
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly record: (step: DrillStep) => void;
}

export type Probe = (method: string, path: string, request?: ProbeRequest) => Promise<Exchange>;

const TIMEOUT_MS = 20_000;
const TEXT_CHARS_MAX = 4 * 1024 * 1024;

/**
 * Sends requests and records each with what came back.
 *
 * @throws whatever `fetch` throws when there is no answer, which is recorded too.
 * @example
 * const probe = httpProbe({ baseUrl: () => "http://127.0.0.1:8377", fetch, nowMs: Date.now, signal, record });
 * (await probe("GET", "/livez")).status; // 200
 */
export function httpProbe(terms: ProbeTerms): Probe {
  return async (method, path, request = {}) => {
    const startedAtMs = terms.nowMs();
    const note = (text: string): void => terms.record({ atMs: startedAtMs, what: `${method} ${path}`, text });
    try {
      const answer = await terms.fetch(`${terms.baseUrl()}${path}`, {
        method,
        headers: headersOf(request),
        body: request.text ?? (request.body === undefined ? null : JSON.stringify(request.body)),
        redirect: "manual",
        signal: AbortSignal.any([terms.signal, AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS)]),
      });
      const exchange = await readAnswer(answer, method, path, terms.nowMs() - startedAtMs, terms.nowMs);
      note(`${exchange.status}${exchange.code === null ? "" : ` ${exchange.code}`}`);
      return exchange;
    } catch (thrown) {
      note(`no answer: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      throw thrown;
    }
  };
}

function headersOf({ body, text, headers, token }: ProbeRequest): Record<string, string> {
  return {
    ...(body === undefined && text === undefined ? {} : { "content-type": "application/json" }),
    ...(token === undefined || token === null ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  };
}

async function readAnswer(
  answer: Response,
  method: string,
  path: string,
  waitedMs: number,
  nowMs: () => number,
): Promise<Exchange> {
  const startedAtMs = nowMs();
  const text = await answer.text();
  if (text.length > TEXT_CHARS_MAX) throw new RangeError(`the answer to ${method} ${path} is too large`);
  const headers = Object.fromEntries(answer.headers.entries());
  const json = jsonOf(text, headers["content-type"] ?? "");
  const durationMs = waitedMs + nowMs() - startedAtMs;
  return { method, path, status: answer.status, headers, text, json, code: codeOf(json), durationMs };
}

function jsonOf(text: string, contentType: string): Json | undefined {
  if (!/^application\/([a-z.-]+\+)?json\b/.test(contentType)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function codeOf(json: Json | undefined): string | null {
  const code = objectOf(json)["code"];
  return typeof code === "string" && code.startsWith("HP-") ? code : null;
}

/** The value when it is an object, else an empty one: what is read out of an answer is never trusted to be there. */
export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
