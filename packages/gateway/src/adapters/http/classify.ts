import type { FailureClass } from "@holdpoint/kit";
import type { AdapterFailure, AdapterOutcome } from "../../contract/adapter.ts";
import { failure } from "../../executor/failure.ts";
import type { Exchange, HttpResponse } from "./exchange.ts";
import { readBody } from "./read-body.ts";
import { retryAfterMs } from "./retry-after.ts";

/** What an answer's meaning depends on besides itself. */
export interface AskedOf {
  /** Method and URL, for messages. */
  readonly asked: string;
  readonly nowMs: number;
  /** True when an attempt with the same key may still be at work on the other side. */
  readonly mayBeUnderWay: boolean;
}

interface Meaning {
  readonly failureClass: FailureClass;
  readonly sent: boolean;
}

const UNDER_WAY: Meaning = { failureClass: "backpressure", sent: true };
const SNIPPET_CHARS_MAX = 500;

/** What became of the request. */
export function classify(exchange: Exchange, asked: AskedOf): AdapterOutcome {
  return exchange.kind === "answered" ? classifyAnswer(exchange.response, asked) : classifyFailure(exchange, asked);
}

function classifyAnswer(response: HttpResponse, { asked, nowMs, mayBeUnderWay }: AskedOf): AdapterOutcome {
  const { status, headers } = response;
  if (status >= 200 && status < 300) return readBody(asked, response);
  const { location } = headers;
  const where = status >= 300 && status < 400 ? ` (a redirect to ${location ?? "nowhere"}, which is not followed)` : "";
  return failure({
    ...(status === 409 && mayBeUnderWay ? UNDER_WAY : meaningOf(status)),
    message: `${asked} answered ${status}${where}${snippet(response.body)}`,
    retryAfterMs: retryAfterMs(headers["retry-after"], nowMs),
  });
}

/** RFC 9110 section 15. Whatever is not known to be refused may have been done. */
function meaningOf(status: number): Meaning {
  if (status === 429 || status === 503 || status === 425) return { failureClass: "backpressure", sent: false };
  if (status === 408 || status === 504) return { failureClass: "timeout", sent: true };
  if (status === 401 || status === 403 || status === 407) return { failureClass: "execution_error", sent: false };
  if (status >= 400 && status < 500) return { failureClass: "validation_failed", sent: false };
  return { failureClass: "execution_error", sent: true };
}

function classifyFailure(exchange: Extract<Exchange, { kind: "failed" }>, { asked }: AskedOf): AdapterFailure {
  const { sent, error, status } = exchange;
  const { code, name } = error as Error & { readonly code?: unknown };
  const how = `${error.message || name}${typeof code === "string" ? ` (${code})` : ""}`;
  if (code === "HP-ACTION-DESTINATION") {
    return failure({ failureClass: "policy_denied", sent: false, code, message: `${asked}: ${error.message}` });
  }
  if (name === "TimeoutError" || code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT") {
    return failure({ failureClass: "timeout", sent, message: `${asked}: ${how}` });
  }
  if (!sent) return failure({ failureClass: "connection_bootstrap", sent, message: `${asked}: ${how}` });
  // An answer that refused before it broke off is a refusal all the same.
  if (status !== null && status >= 300)
    return failure({ ...meaningOf(status), message: `${asked} answered ${status}, then: ${how}` });
  return failure({ failureClass: "unknown", sent, message: `${asked}: sent, and then: ${how}` });
}

function snippet(body: Buffer): string {
  const text = body.toString("utf8").trim();
  return text === "" ? "" : `: ${text.slice(0, SNIPPET_CHARS_MAX)}`;
}
