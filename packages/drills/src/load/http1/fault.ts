import type { WireFailure } from "../wire.ts";

/** Why bytes are no answer that counts. */
export type Http1Fault =
  | "status-line"
  | "version"
  | "header-line"
  /** A header continued on the next line; RFC 9112 section 5.2 took that away. */
  | "folded-header"
  /** LF without CR, or CR without LF. */
  | "line-end"
  | "head-too-large"
  | "too-many-headers"
  | "too-many-informational"
  /** 101, or any answer that takes the connection away from HTTP. */
  | "upgrade"
  | "content-length"
  | "length-and-chunked"
  | "transfer-encoding"
  | "chunk-size"
  | "chunk-end"
  | "extensions-too-large"
  | "trailers-too-large"
  | "body-too-large"
  /** Bytes after the answer's end: nothing else was asked. */
  | "stray-bytes"
  /** The other side closed before the end. */
  | "cut-short";

const TOO_LARGE: ReadonlySet<Http1Fault> = new Set([
  "head-too-large",
  "too-many-headers",
  "too-many-informational",
  "extensions-too-large",
  "trailers-too-large",
  "body-too-large",
]);

/** What a fault is called outside. */
export function wireFailureOf(fault: Http1Fault): WireFailure {
  if (fault === "cut-short") return "closed-early";
  return TOO_LARGE.has(fault) ? "answer-too-large" : "malformed-answer";
}
