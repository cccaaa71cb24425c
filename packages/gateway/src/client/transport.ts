import type { Json, Problem } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";
import { decorrelatedJitter } from "@holdpoint/kit";
import type { RefusedAnswer } from "./errors.ts";
import { GatewayError, unreachable } from "./errors.ts";
import type { ClientPlatform } from "./platform.ts";
import { readBody } from "./read-body.ts";
import { retryAfterOf } from "./retry-after.ts";

/** What every call may say besides its own. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Sent on, so that the gateway's work is part of the caller's trace. */
  readonly trace?: { readonly traceparent: string; readonly tracestate?: string };
  readonly correlationId?: string;
}

export interface Call {
  readonly method: "GET" | "POST" | "PATCH";
  /** From the slash on; its parts are escaped. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly contentType?: string;
  /** Whether a call that may have arrived can be repeated: it reads, or brings an idempotency key. */
  readonly repeatable: boolean;
  /** Added to the time for one attempt, for calls that ask the gateway to wait. */
  readonly waitMs?: number;
  /** Statuses besides 2xx whose body is an answer and no problem. */
  readonly accepts?: readonly number[];
}

export interface TransportTerms extends ClientPlatform {
  readonly url: string;
  readonly token: string | (() => string);
  readonly timeoutMs: number;
  readonly retries: number;
}

/** An answer with its body as text. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export const RETRY_BACKOFF: { readonly baseMs: number; readonly capMs: number } = { baseMs: 100, capMs: 10_000 };
/** A gateway that wants a longer wait is not waited for. */
export const RETRY_AFTER_MAX_MS = 30_000;
/** The gateway, or what stands before it, refused without acting. */
const REFUSED: ReadonlySet<number> = new Set([429, 503, 507]);
/** What stands before it does not know what became of it. */
const AMBIGUOUS: ReadonlySet<number> = new Set([502, 504]);

/**
 * Makes a call, and repeats it within the bound while that is safe: the same body with the same idempotency key.
 *
 * @throws GatewayError; the signal's reason when it was aborted
 */
export async function send(terms: TransportTerms, call: Call, options: CallOptions = {}): Promise<GatewayAnswer> {
  let delayMs: number | null = null;
  for (let attempt = 0; ; attempt += 1) {
    const failure = await attemptOnce(terms, call, options);
    if (!(failure instanceof GatewayError)) return failure;
    options.signal?.throwIfAborted();
    const wanted = failure.retryAfterMs ?? 0;
    if (attempt >= terms.retries || !mayRepeat(call, failure) || wanted > RETRY_AFTER_MAX_MS) throw failure;
    delayMs = Math.max(wanted, decorrelatedJitter(RETRY_BACKOFF, delayMs, terms.random));
    await terms.sleep(delayMs, options.signal);
  }
}

function mayRepeat(call: Call, { status }: GatewayError): boolean {
  if (REFUSED.has(status)) return true;
  return call.repeatable && (status === 0 || AMBIGUOUS.has(status));
}

async function attemptOnce(
  terms: TransportTerms,
  call: Call,
  options: CallOptions,
): Promise<GatewayAnswer | GatewayError> {
  const timeout = AbortSignal.timeout(terms.timeoutMs + (call.waitMs ?? 0));
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    const response = await terms.fetch(`${terms.url}${call.path}`, {
      method: call.method,
      headers: headersOf(terms, call, options),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      // A redirect would take the token to whoever it names.
      redirect: "error",
      signal,
    });
    const text = await readBody(response);
    const { status, headers } = response;
    if (response.ok || (call.accepts?.includes(status) ?? false)) return { status, headers, text };
    const retryAfterMs = retryAfterOf(headers.get("retry-after"), terms.nowMs());
    return refusalOf(text, { status, retryAfterMs, correlationId: headers.get("x-correlation-id") });
  } catch (error) {
    return unreachable(`${call.method} ${call.path}: ${causeOf(error)}`, 0, error);
  }
}

function headersOf(terms: TransportTerms, call: Call, options: CallOptions): Record<string, string> {
  const { token } = terms;
  const { trace, correlationId } = options;
  return {
    accept: "application/json",
    authorization: `Bearer ${typeof token === "string" ? token : token()}`,
    ...(call.body === undefined ? {} : { "content-type": call.contentType ?? "application/json" }),
    ...(correlationId === undefined ? {} : { "x-correlation-id": correlationId }),
    ...(trace === undefined ? {} : { traceparent: trace.traceparent }),
    ...(trace?.tracestate === undefined ? {} : { tracestate: trace.tracestate }),
    ...call.headers,
  };
}

function refusalOf(text: string, answer: RefusedAnswer): GatewayError {
  const problem = problemIn(text);
  if (problem !== null) return new GatewayError(problem, answer);
  const { problem: made } = unreachable(`something that is no gateway answered with ${answer.status}`, answer.status);
  return new GatewayError(made, answer);
}

function problemIn(text: string): Problem | null {
  try {
    const value = JSON.parse(text) as Partial<Problem> | null;
    const isProblem = typeof value?.code === "string" && Object.hasOwn(ERRORS, value.code);
    return isProblem && typeof value.detail === "string" ? (value as Problem) : null;
  } catch {
    return null;
  }
}

/** `fetch` hides why it failed in the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
