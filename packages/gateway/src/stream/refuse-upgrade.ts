import type { Duplex } from "node:stream";
import { problemOf } from "@holdpoint/core";
import { retryAfterMsOf } from "../errors/retry-after.ts";

const MS_PER_SECOND = 1000;

/** Answers an upgrade with a problem document (RFC 9457) and ends the connection. */
export function refuseUpgrade(socket: Pick<Duplex, "end">, error: unknown, correlationId: string): void {
  socket.end(refusalText(error, correlationId));
}

export function refusalText(error: unknown, correlationId: string): string {
  const problem = problemOf(error);
  const foreseen = problem.code === "HP-INTERNAL" ? { ...problem, detail: problem.title } : problem;
  const body = JSON.stringify(foreseen);
  const retryAfterMs = retryAfterMsOf(error);
  return [
    `HTTP/1.1 ${problem.status} Refused`,
    "Connection: close",
    `X-Correlation-ID: ${correlationId}`,
    "Content-Type: application/problem+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(problem.status === 401 ? ['WWW-Authenticate: Bearer realm="holdpoint"'] : []),
    ...(retryAfterMs === null ? [] : [`Retry-After: ${Math.ceil(retryAfterMs / MS_PER_SECOND)}`]),
    "",
    body,
  ].join("\r\n");
}
