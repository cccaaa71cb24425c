import { ChunkedReader } from "./chunked-reader.ts";
import type { Http1Fault } from "./fault.ts";
import type { HeadFacts } from "./head-facts.ts";
import { headFacts, headersOf } from "./head-facts.ts";
import { HeadReader } from "./head-reader.ts";
import { KeptBody } from "./kept-body.ts";
import type { Http1Limits } from "./limits.ts";
import { HTTP1_LIMITS } from "./limits.ts";
import type { Keep } from "../keep.ts";
import { keepsBody, keepsHeaders } from "../keep.ts";

export type ParseState = "idle" | "more" | "done" | "failed";

type Body = "length" | "chunked" | "until-close";

const SWITCHING_PROTOCOLS = 101;
const OK = 200;
const NO_CONTENT = 204;
const NOT_MODIFIED = 304;
const HEAD_REMEMBERED_BYTES_MAX = 2048;

/**
 * Reads the answers of one HTTP/1.1 connection, one at a time, from any split of their bytes (RFC 9112). Strict where
 * leniency lets two readers see two answers: bare LF, folded headers, both lengths, a length twice are faults. What
 * was found stands until the next `begin`.
 *
 * @example
 * const parser = new ResponseParser();
 * parser.begin("GET", "nothing");
 * const answer = Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
 * parser.read(answer, 0, answer.length); // "done"
 * parser.status; // 200
 */
export class ResponseParser {
  readonly #limits: Http1Limits;
  readonly #head: HeadReader;
  readonly #kept: KeptBody;
  readonly #chunked: ChunkedReader;
  #method = "GET";
  #keep: Keep = "nothing";
  #upgrade = false;
  #state: ParseState = "idle";
  #body: Body | "none" | "unread" = "unread";
  #left = 0;
  #fresh = true;
  #informational = 0;
  #facts: HeadFacts | null = null;
  #lastHead: Buffer | null = null;
  #lastFacts: HeadFacts | null = null;
  /** Null where the last head's headers were not asked for. */
  #lastHeaders: ReadonlyMap<string, string> | null = null;
  /** Why it failed. */
  fault: Http1Fault | null = null;
  /** Names in lower case; null unless they were to be kept. */
  headers: ReadonlyMap<string, string> | null = null;
  /** With `upgrade`: where in the bytes last read what is not HTTP begins. */
  upgradedAt = 0;

  constructor(limits: Http1Limits = HTTP1_LIMITS) {
    this.#limits = limits;
    this.#head = new HeadReader(limits);
    this.#kept = new KeptBody(limits);
    this.#chunked = new ChunkedReader(limits, new HeadReader(limits), this.#kept);
  }

  get state(): ParseState {
    return this.#state;
  }

  get status(): number {
    return this.#facts?.status ?? 0;
  }

  get bodyBytes(): number {
    return this.#kept.bytes;
  }

  /** Null unless it was to be kept. */
  get body(): Buffer | null {
    return this.#kept.whole;
  }

  /** Whether the connection can be asked again. */
  get keepAlive(): boolean {
    return this.#facts?.keepAlive === true && this.#body !== "until-close";
  }

  /**
   * Waits for the answer to a request.
   *
   * @param method in capitals; `HEAD` has no body whatever its head says. `CONNECT` is not spoken here
   * @param upgrade 101 is the answer, and what follows it is not HTTP
   */
  begin(method: string, keep: Keep, upgrade: boolean = false): void {
    this.#method = method;
    this.#keep = keep;
    this.#upgrade = upgrade;
    this.#state = "more";
    this.fault = null;
    this.headers = null;
    this.#facts = null;
    this.#informational = 0;
    this.#kept.start(keepsBody(keep));
    this.#startHead();
  }

  /** Takes bytes; they may be overwritten afterwards. */
  read(bytes: Buffer, from: number, to: number): ParseState {
    let at = from;
    while (at < to && this.#state === "more") {
      at = this.#body === "unread" ? this.#readHead(bytes, at, to) : this.#readBody(bytes, at, to);
    }
    const upgraded = at > from && this.#upgrade && this.#state === "done";
    return at < to && !upgraded ? this.#fail("stray-bytes") : this.#state;
  }

  /** The other side has closed. */
  ended(): ParseState {
    if (this.#state !== "more") return this.#state;
    if (this.#body !== "until-close") return this.#fail("cut-short");
    this.#state = "done";
    return "done";
  }

  #fail(fault: Http1Fault): "failed" {
    // The first one stands.
    this.fault ??= fault;
    this.#state = "failed";
    return "failed";
  }

  #startHead(): void {
    this.#body = "unread";
    this.#fresh = true;
    this.#head.startHead(this.#limits.headBytesMax);
  }

  #readHead(bytes: Buffer, from: number, to: number): number {
    const known = this.#fresh && this.#informational === 0 ? this.#knownHead(bytes, from, to) : 0;
    if (known > 0) {
      if (keepsHeaders(this.#keep)) this.headers = this.#lastHeaders;
      this.#frame(this.#lastFacts);
      return from + known;
    }
    this.#fresh = false;
    const at = this.#head.read(bytes, from, to);
    if (this.#head.fault !== null) this.#fail(this.#head.fault);
    else if (this.#head.done) this.#endHead(at);
    return at;
  }

  /** Most answers on a connection begin as the one before: then there is nothing to read again. */
  #knownHead(bytes: Buffer, from: number, to: number): number {
    const head = this.#lastHead;
    if (head === null || to - from < head.length) return 0;
    if (keepsHeaders(this.#keep) && this.#lastHeaders === null) return 0;
    return bytes.compare(head, 0, head.length, from, from + head.length) === 0 ? head.length : 0;
  }

  #endHead(at: number): void {
    const facts = headFacts(this.#head);
    if (typeof facts === "string") {
      this.#fail(facts);
    } else if (facts.status === SWITCHING_PROTOCOLS) {
      if (!this.#upgrade) this.#fail("upgrade");
      else this.#upgraded(facts, at);
    } else if (facts.status < OK) {
      this.#informational += 1;
      if (this.#informational > this.#limits.informationalMax) this.#fail("too-many-informational");
      else this.#startHead();
    } else {
      if (keepsHeaders(this.#keep)) this.headers = headersOf(this.#head);
      this.#remember(facts);
      this.#frame(facts);
    }
  }

  #upgraded(facts: HeadFacts, at: number): void {
    this.headers = headersOf(this.#head);
    this.#facts = facts;
    this.#body = "none";
    this.#state = "done";
    this.upgradedAt = at;
  }

  #remember(facts: HeadFacts): void {
    const { bytes } = this.#head;
    this.#lastFacts = facts;
    this.#lastHeaders = this.headers;
    this.#lastHead = bytes.length > HEAD_REMEMBERED_BYTES_MAX ? null : Buffer.from(bytes);
  }

  /** Decides how the body ends, in the order of RFC 9112 section 6.3. */
  #frame(facts: HeadFacts | null): void {
    if (facts === null) return;
    const { status, coding, contentLength } = facts;
    this.#facts = facts;
    if (this.#method === "HEAD" || status === NO_CONTENT || status === NOT_MODIFIED) this.#body = "none";
    else if (coding === "chunked") {
      this.#body = "chunked";
      this.#chunked.start();
    } else if (coding === "other" || contentLength === null) this.#body = "until-close";
    else {
      this.#body = contentLength === 0 ? "none" : "length";
      this.#left = contentLength;
    }
    if (this.#body === "none") this.#state = "done";
  }

  #readBody(bytes: Buffer, from: number, to: number): number {
    if (this.#body === "chunked") {
      const at = this.#chunked.read(bytes, from, to);
      if (this.#chunked.fault !== null) this.#fail(this.#chunked.fault);
      else if (this.#chunked.done) this.#state = "done";
      return at;
    }
    const end = this.#body === "length" ? Math.min(to, from + this.#left) : to;
    const fault = this.#kept.take(bytes, from, end);
    if (fault !== null) this.#fail(fault);
    else if (this.#body === "length") {
      this.#left -= end - from;
      if (this.#left === 0) this.#state = "done";
    }
    return end;
  }
}
