import type { ClientHttp2Session, ClientHttp2Stream, OutgoingHttpHeaders } from "node:http2";
import { connect } from "node:http2";
import type { TLSSocket } from "node:tls";
import type { WireFailure } from "../../load/wire.ts";
import type { Addresses } from "./addresses.ts";
import { openSocket } from "./open-socket.ts";
import type { Target } from "./target.ts";

/** A place for one stream on a session. */
export interface SessionUser {
  ready(): void;
  /** The session is no more. */
  gone(failure: WireFailure): void;
  /** The session takes no new streams; those up to this one may come to their end, the others were not looked at. */
  retired(lastStreamId: number): void;
  /** The other side takes fewer streams at a time than there are places: this one has none, and is no user any more. */
  full(): void;
}

const WINDOW_BYTES = 1024 * 1024;
const SETTINGS = { settings: { enablePush: false, initialWindowSize: WINDOW_BYTES } };

/** One HTTP/2 connection that many streams share; opened when the first of its users asks, and again after its end. */
export class Http2Session {
  readonly #origin: string;
  readonly #target: Target;
  readonly #addresses: Addresses;
  readonly #onFailed: (failure: WireFailure) => void;
  readonly #users = new Set<SessionUser>();
  #session: ClientHttp2Session | null = null;
  #ready = false;
  #opening = false;
  #giveUp: () => void = () => undefined;

  /** @param onFailed told of each attempt to connect that failed */
  constructor(origin: string, target: Target, addresses: Addresses, onFailed: (failure: WireFailure) => void) {
    this.#onFailed = onFailed;
    this.#origin = origin;
    this.#target = target;
    this.#addresses = addresses;
  }

  /** Tells the user when it may send, never at once. */
  join(user: SessionUser): void {
    this.#users.add(user);
    if (this.#ready) {
      queueMicrotask(() => {
        if (this.#ready && this.#users.has(user)) this.#admit([user]);
      });
    } else if (!this.#opening) this.#open();
  }

  leave(user: SessionUser): void {
    this.#users.delete(user);
    if (this.#users.size > 0) return;
    // Nobody waits for it any longer.
    if (this.#opening) this.#onFailed("connect-timeout");
    this.#close();
  }

  /** Null where the session has ended; on one that is about to end the stream closes without an id. */
  request(headers: OutgoingHttpHeaders, endStream: boolean): ClientHttp2Stream | null {
    return this.#session?.request(headers, { endStream }) ?? null;
  }

  /** What waited within the connection for its turn would be taken for service time. */
  #admit(users: readonly SessionUser[]): void {
    const placesMax = Math.max(1, this.#session?.remoteSettings?.maxConcurrentStreams ?? Number.POSITIVE_INFINITY);
    const others = this.#users.size - users.length;
    for (const [index, user] of users.entries()) {
      if (others + index < placesMax) user.ready();
      else {
        this.#users.delete(user);
        user.full();
      }
    }
  }

  #open(): void {
    this.#opening = true;
    this.#giveUp = openSocket({
      target: this.#target,
      addresses: this.#addresses,
      alpn: "h2",
      onBytes: null,
      opened: (socket) => {
        if (this.#target.tls !== null && (socket as TLSSocket).alpnProtocol !== "h2") {
          socket.destroy();
          this.#end("tls-no-protocol");
        } else this.#start(connect(this.#origin, { ...SETTINGS, createConnection: () => socket }));
      },
      failed: (failure) => this.#end(failure),
    });
  }

  #start(session: ClientHttp2Session): void {
    this.#session = session;
    const over = (failure: WireFailure) => (): void => {
      if (session === this.#session) this.#end(failure);
    };
    // Only with its settings does the other side show that it speaks HTTP/2.
    session.once("remoteSettings", () => {
      if (session !== this.#session) return;
      this.#opening = false;
      this.#ready = true;
      this.#admit([...this.#users]);
    });
    session.on("goaway", (_code, lastStreamId) => {
      if (session === this.#session) this.#retire(lastStreamId);
    });
    session.on("close", over("closed-early"));
    session.on("error", (error: NodeJS.ErrnoException) => {
      const failure = error.code === "ECONNRESET" ? "reset" : this.#ready ? "closed-early" : "malformed-answer";
      over(failure)();
    });
  }

  #end(failure: WireFailure): void {
    if (this.#opening) this.#onFailed(failure);
    this.#close();
    for (const user of this.#forgotten()) user.gone(failure);
  }

  #retire(lastStreamId: number): void {
    const session = this.#session;
    this.#reset();
    session?.close();
    for (const user of this.#forgotten()) user.retired(lastStreamId);
  }

  #forgotten(): SessionUser[] {
    const users = [...this.#users];
    this.#users.clear();
    return users;
  }

  #close(): void {
    const session = this.#session;
    this.#giveUp();
    this.#reset();
    session?.destroy();
  }

  #reset(): void {
    this.#giveUp = () => undefined;
    this.#session = null;
    this.#ready = false;
    this.#opening = false;
  }
}
