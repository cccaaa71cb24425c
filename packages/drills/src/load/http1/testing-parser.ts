import type { Http1Fault } from "./fault.ts";
import type { Http1Limits } from "./limits.ts";
import { HTTP1_LIMITS } from "./limits.ts";
import { ResponseParser } from "./response-parser.ts";

/** All that a parser says of an answer. */
export interface Read {
  readonly state: string;
  readonly fault: Http1Fault | null;
  readonly status: number;
  readonly bodyBytes: number;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly keepAlive: boolean;
}

export interface ReadTerms {
  readonly method?: string;
  readonly keep?: "nothing" | "headers" | "all";
  readonly limits?: Partial<Http1Limits>;
  /** Where the bytes are cut. */
  readonly cuts?: readonly number[];
  /** The other side closes after them. */
  readonly ends?: boolean;
  readonly parser?: ResponseParser;
}

export function parserOf(limits: Partial<Http1Limits> = {}): ResponseParser {
  return new ResponseParser({ ...HTTP1_LIMITS, ...limits });
}

/** Reads one answer from its pieces; each lies in a buffer that is overwritten after it was read. */
export function readAnswer(text: string | Buffer, terms: ReadTerms = {}): Read {
  const { method = "GET", keep = "all", cuts = [], ends = false } = terms;
  const parser = terms.parser ?? parserOf(terms.limits);
  const bytes = typeof text === "string" ? Buffer.from(text, "latin1") : text;
  parser.begin(method, keep);
  let from = 0;
  for (const to of [...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]) {
    const piece = Buffer.concat([Buffer.from("??"), bytes.subarray(from, to), Buffer.from("??")]);
    parser.read(piece, 2, piece.length - 2);
    piece.fill("!");
    from = to;
  }
  if (ends) parser.ended();
  return seen(parser);
}

/** Cuts after every byte. */
export function everywhere(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => index);
}

function seen(parser: ResponseParser): Read {
  const { state, fault, status, bodyBytes, body, headers, keepAlive } = parser;
  if (state === "failed") {
    return { state, fault, status: 0, bodyBytes: 0, body: null, headers: null, keepAlive: false };
  }
  return {
    state,
    fault,
    status,
    bodyBytes,
    body: body?.toString("latin1") ?? null,
    headers: headers === null ? null : Object.fromEntries(headers),
    keepAlive,
  };
}
