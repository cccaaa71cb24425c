import type { Socket } from "node:net";
import { wireFailureOf } from "../../load/http1/fault.ts";
import { ResponseParser } from "../../load/http1/response-parser.ts";
import type { Exchange } from "../../load/wire.ts";
import type { Addresses } from "./addresses.ts";
import type { LineOwner } from "./line.ts";
import { Line } from "./line.ts";
import { openSocket } from "./open-socket.ts";
import { socketFailure } from "./socket-failure.ts";
import type { Target } from "./target.ts";

const GOOD_BYE = Buffer.from("HTTP/1.1 408 ", "latin1");

/** What a server says that is tired of an idle connection (RFC 9110 section 15.5.9); it answers nothing. */
function isGoodBye(bytes: Buffer, size: number): boolean {
  return size >= GOOD_BYE.length && bytes.compare(GOOD_BYE, 0, GOOD_BYE.length, 0, GOOD_BYE.length) === 0;
}

/** One HTTP/1.1 connection: a request, then its answer, then the next. Nothing is pipelined. */
export class Http1Line<Each extends Exchange> extends Line<Each> {
  readonly #owner: LineOwner<Each>;
  readonly #target: Target;
  readonly #addresses: Addresses;
  readonly #parser = new ResponseParser();
  #socket: Socket | null = null;
  #giveUp: () => void = () => undefined;

  constructor(owner: LineOwner<Each>, target: Target, addresses: Addresses) {
    super();
    this.#owner = owner;
    this.#target = target;
    this.#addresses = addresses;
  }

  override open(): void {
    let mine: Socket | null = null;
    this.#giveUp = openSocket({
      target: this.#target,
      addresses: this.#addresses,
      alpn: "http/1.1",
      onBytes: (bytes, size) => {
        if (mine === this.#socket) this.#read(bytes, size);
      },
      opened: (socket) => {
        mine = socket;
        this.#take(socket);
      },
      failed: (failure) => this.#owner.lost(this, failure),
    });
  }

  override start(exchange: Each): void {
    const { request, keep } = exchange;
    this.#parser.begin(request.method, keep);
    this.#socket?.write(request.http1);
  }

  override drop(): void {
    this.#giveUp();
    this.#giveUp = () => undefined;
    const socket = this.#socket;
    this.#socket = null;
    socket?.destroy();
  }

  #take(socket: Socket): void {
    this.#socket = socket;
    socket.on("error", (error) => {
      if (socket === this.#socket) this.#owner.lost(this, socketFailure(error, "open"));
    });
    socket.on("end", () => this.#ended(socket));
    socket.on("close", () => this.#ended(socket));
    this.#owner.opened(this);
  }

  #read(bytes: Buffer, size: number): void {
    if (this.state !== "busy") {
      if (isGoodBye(bytes, size)) this.#owner.lost(this, "closed-early");
      else this.#owner.strayed(this);
      return;
    }
    const state = this.#parser.read(bytes, 0, size);
    if (state === "done") this.#answer();
    else if (state === "failed") this.#fail();
  }

  #ended(socket: Socket): void {
    if (socket !== this.#socket) return;
    if (this.state !== "busy") this.#owner.lost(this, "closed-early");
    else if (this.#parser.ended() === "done") this.#answer();
    else this.#fail();
  }

  #answer(): void {
    const { status, bodyBytes, headers, body, keepAlive } = this.#parser;
    this.#owner.answered(this, { status, bodyBytes, headers, body }, keepAlive);
  }

  #fail(): void {
    const { fault } = this.#parser;
    this.#owner.lost(this, fault === null ? "malformed-answer" : wireFailureOf(fault));
  }
}
