import { randomBytes, randomFillSync } from "node:crypto";
import type { Socket } from "node:net";
import { ResponseParser } from "../../load/http1/response-parser.ts";
import { closeBody } from "../../load/websocket/close-body.ts";
import { correlationOf } from "../../load/websocket/correlate.ts";
import { FrameReader } from "../../load/websocket/frame-reader.ts";
import { clientFrame, CLOSE, PONG, TEXT } from "../../load/websocket/frames.ts";
import { handshakeRequest, isAccepted } from "../../load/websocket/handshake.ts";
import { keepsBody, keepsHeaders } from "../../load/keep.ts";
import type { Exchange } from "../../load/wire.ts";
import type { Addresses } from "./addresses.ts";
import type { LineOwner } from "./line.ts";
import { Line } from "./line.ts";
import { openSocket } from "./open-socket.ts";
import { socketFailure } from "./socket-failure.ts";
import type { Target } from "./target.ts";

export interface WebSocketLineTerms<Each extends Exchange> {
  readonly owner: LineOwner<Each>;
  readonly target: Target;
  readonly addresses: Addresses;
  /** With path and query. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Of requests that do not say it: member that is the same in question and answer; null takes the next message. */
  readonly correlate: string | null;
}

/** A message has no status; whoever checks for success finds it. */
const MESSAGE_STATUS = 200;
const KEY_BYTES = 16;
const MASK_BYTES = 4;
const NO_HEADERS: ReadonlyMap<string, string> = new Map();

/** One WebSocket: a text message, then the one that answers it. What comes unasked is passed over. */
export class WebSocketLine<Each extends Exchange> extends Line<Each> {
  readonly #terms: WebSocketLineTerms<Each>;
  readonly #handshake = new ResponseParser();
  readonly #masks = Buffer.alloc(1024);
  #masksAt = this.#masks.length;
  #frames: FrameReader | null = null;
  #socket: Socket | null = null;
  #key = "";
  #giveUp: () => void = () => undefined;
  #correlate: string | null = null;
  #wanted: string | undefined;
  /** A greeting ahead of the first question is nobody's answer. */
  #hasAsked = false;
  /** What came in together with an answer was sent before the next question was asked. */
  #tooEarly = false;
  /** What the other side said when it closed, to be said back. */
  #closing: Buffer | null = null;

  constructor(terms: WebSocketLineTerms<Each>) {
    super();
    this.#terms = terms;
  }

  override open(): void {
    const { target, addresses, owner } = this.#terms;
    let mine: Socket | null = null;
    this.#giveUp = openSocket({
      target,
      addresses,
      alpn: "http/1.1",
      onBytes: (bytes, size) => {
        if (mine !== null && mine === this.#socket) this.#read(bytes, size);
      },
      opened: (socket) => {
        mine = socket;
        this.#take(socket);
      },
      failed: (failure) => owner.lost(this, failure),
    });
  }

  override start(exchange: Each): void {
    const message = exchange.request.body ?? Buffer.alloc(0);
    this.#correlate = exchange.request.correlate ?? this.#terms.correlate;
    this.#wanted = this.#correlate === null ? undefined : correlationOf(message, this.#correlate);
    this.#tooEarly = true;
    this.#hasAsked = true;
    this.#socket?.write(clientFrame(TEXT, message, this.#mask()));
  }

  override drop(): void {
    const socket = this.#socket;
    const frames = this.#frames;
    this.#socket = null;
    this.#frames = null;
    // As far as the other side takes it at once; nobody waits for what it says to that.
    if (frames !== null) socket?.write(clientFrame(CLOSE, this.#closing ?? closeBody(frames.fault), this.#mask()));
    this.#closing = null;
    this.#giveUp();
    this.#giveUp = () => undefined;
    socket?.destroy();
  }

  #take(socket: Socket): void {
    const { url, headers, owner } = this.#terms;
    this.#socket = socket;
    this.#hasAsked = false;
    this.#key = randomBytes(KEY_BYTES).toString("base64");
    const lost = (): void => {
      if (socket === this.#socket) owner.lost(this, "closed-early");
    };
    socket.on("error", (error) => {
      if (socket === this.#socket) owner.lost(this, socketFailure(error, "open"));
    });
    socket.on("end", lost).on("close", lost);
    this.#handshake.begin("GET", "headers", true);
    socket.write(handshakeRequest(url, this.#key, headers));
  }

  #read(bytes: Buffer, size: number): void {
    const from = this.#frames === null ? this.#readHandshake(bytes, size) : 0;
    const frames = this.#frames;
    if (frames === null) return;
    this.#tooEarly = false;
    frames.read(bytes, from, size);
    this.#tooEarly = false;
    if (frames.fault === null) return;
    if (frames === this.#frames) {
      this.#terms.owner.lost(this, frames.fault === "message-too-large" ? "answer-too-large" : "malformed-answer");
    }
  }

  /** @returns where the frames begin */
  #readHandshake(bytes: Buffer, size: number): number {
    const parser = this.#handshake;
    const state = parser.read(bytes, 0, size);
    if (state === "more") return size;
    if (state === "failed") this.#terms.owner.lost(this, "malformed-answer");
    else if (!isAccepted(parser.status, parser.headers, this.#key, this.#terms.headers))
      this.#terms.owner.lost(this, "no-websocket");
    else {
      this.#frames = new FrameReader({
        message: (payload) => this.#message(payload),
        ping: (payload) => this.#socket?.write(clientFrame(PONG, payload, this.#mask())),
        closed: (payload) => {
          this.#closing = payload;
          this.#terms.owner.lost(this, "closed-early");
        },
      });
      this.#terms.owner.opened(this);
    }
    return parser.upgradedAt;
  }

  #message(payload: Buffer): void {
    const { exchange } = this;
    const { owner } = this.#terms;
    const correlate = this.#correlate;
    if (exchange === null || this.#tooEarly) {
      if (correlate === null && this.#hasAsked) owner.unasked();
      return;
    }
    // A question without the member has no answer.
    if (correlate !== null && (this.#wanted === undefined || this.#wanted !== correlationOf(payload, correlate)))
      return;
    const { keep } = exchange;
    const headers = keepsHeaders(keep) ? NO_HEADERS : null;
    const body = keepsBody(keep) ? payload : null;
    owner.answered(this, { status: MESSAGE_STATUS, bodyBytes: payload.length, headers, body }, true);
  }

  #mask(): Buffer {
    if (this.#masksAt === this.#masks.length) {
      randomFillSync(this.#masks);
      this.#masksAt = 0;
    }
    this.#masksAt += MASK_BYTES;
    return this.#masks.subarray(this.#masksAt - MASK_BYTES, this.#masksAt);
  }
}
