import type { Duplex } from "node:stream";
import { HoldpointError, problemOf } from "@holdpoint/core";
import { newCorrelationId } from "@holdpoint/kit";
import type { Entropy } from "@holdpoint/kit";
import type { Log } from "./request-state.ts";
import { PROBLEM_TYPE } from "./send-problem.ts";

const REASONS: Readonly<Record<number, string>> = { 400: "Bad Request", 408: "Request Timeout" };

/** What Node's parser says of bytes that are no request, or not in time. */
export interface ParserError extends Error {
  readonly code?: string;
}

/** Answers what never became a request: broken HTTP, headers without end, bodies that do not arrive. */
export function brokenHttpHandler(
  nowMs: () => number,
  entropy: Entropy,
  log: Log,
): (error: ParserError, socket: Duplex) => void {
  return (error, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = problemOf(refusalOf(error.code ?? ""));
    const body = JSON.stringify(problem);
    const correlationId = newCorrelationId(nowMs(), entropy);
    const head = [
      `HTTP/1.1 ${problem.status} ${REASONS[problem.status]}`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Correlation-ID: ${correlationId}`,
      "Connection: close",
    ];
    log({
      event: "broken_request",
      correlation_id: correlationId,
      status: problem.status,
      code: problem.code,
      cause: error.code ?? null,
    });
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
  };
}

function refusalOf(code: string): HoldpointError {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return new HoldpointError("HP-GATEWAY-TIMEOUT", "the request did not arrive in time");
  }
  if (code === "HPE_HEADER_OVERFLOW") return new HoldpointError("HP-GATEWAY-HEADER", "the headers are too large");
  return new HoldpointError("HP-GATEWAY-HTTP", `the parser says ${code === "" ? "no more" : code}`);
}
