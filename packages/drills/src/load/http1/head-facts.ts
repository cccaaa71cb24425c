import type { Http1Fault } from "./fault.ts";
import type { HeadReader } from "./head-reader.ts";

/** What a head says of the body after it and of the connection. */
export interface HeadFacts {
  readonly status: number;
  /** Null when it is not said. */
  readonly contentLength: number | null;
  /** `chunked` last; `other` is any coding whose end only the connection's end tells. */
  readonly coding: "none" | "chunked" | "other";
  readonly keepAlive: boolean;
}

const CONTENT_LENGTH = "content-length";
const TRANSFER_ENCODING = "transfer-encoding";
const CONNECTION = "connection";
const DIGITS = /^\d{1,15}$/;

/** Reads what matters out of a head that was read whole (RFC 9112 sections 6.3 and 9.3). */
export function headFacts(head: HeadReader): HeadFacts | Http1Fault {
  let contentLength: number | null = null;
  const codings: string[] = [];
  const options: string[] = [];
  for (let index = 0; index < head.headers; index += 1) {
    const length = head.nameLength(index);
    if (length === CONTENT_LENGTH.length && nameIs(head, index, CONTENT_LENGTH)) {
      // Twice is refused even if both say the same: another reader may take another one.
      if (contentLength !== null || !DIGITS.test(head.value(index))) return "content-length";
      contentLength = Number(head.value(index));
    } else if (length === TRANSFER_ENCODING.length && nameIs(head, index, TRANSFER_ENCODING)) {
      codings.push(...listOf(head.value(index)));
      if (codings.length === 0) return "transfer-encoding";
    } else if (length === CONNECTION.length && nameIs(head, index, CONNECTION)) {
      options.push(...listOf(head.value(index)));
    }
  }
  const coding = codingOf(codings);
  if (coding === null || (coding !== "none" && head.minorVersion === 0)) return "transfer-encoding";
  if (coding !== "none" && contentLength !== null) return "length-and-chunked";
  const keepAlive = !options.includes("close") && (head.minorVersion === 1 || options.includes("keep-alive"));
  return { status: head.status, contentLength, coding, keepAlive };
}

/** Names in lower case; values of one name joined as RFC 9110 section 5.3 has it. */
export function headersOf(head: HeadReader): Map<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index < head.headers; index += 1) {
    const name = head.name(index).toLowerCase();
    const before = headers.get(name);
    headers.set(name, before === undefined ? head.value(index) : `${before}, ${head.value(index)}`);
  }
  return headers;
}

function nameIs(head: HeadReader, index: number, name: string): boolean {
  return head.name(index).toLowerCase() === name;
}

function listOf(value: string): string[] {
  return value
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== "");
}

function codingOf(codings: readonly string[]): HeadFacts["coding"] | null {
  if (codings.length === 0) return "none";
  const chunked = codings.indexOf("chunked");
  if (chunked < 0) return "other";
  return chunked === codings.length - 1 ? "chunked" : null;
}
