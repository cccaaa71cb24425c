import type { Socket } from "node:net";
import { connect as connectPlain } from "node:net";
import { connect as connectTls } from "node:tls";
import type { WireFailure } from "../../load/wire.ts";
import type { Addresses } from "./addresses.ts";
import { socketFailure } from "./socket-failure.ts";
import type { Target } from "./target.ts";

export interface SocketTerms {
  readonly target: Target;
  readonly addresses: Addresses;
  readonly alpn: "http/1.1" | "h2";
  /** Takes what comes in, in a buffer that the next bytes overwrite; without it the socket is an ordinary stream. */
  readonly onBytes: ((bytes: Buffer, size: number) => void) | null;
  opened(socket: Socket): void;
  failed(failure: WireFailure): void;
}

/** Opens a socket, address after address. The function returned gives up and says nothing more. */
export function openSocket(terms: SocketTerms): () => void {
  let current: Socket | null = null;
  let given = false;
  const attempt = async (): Promise<void> => {
    let addresses: readonly string[];
    try {
      addresses = await terms.addresses.all();
    } catch {
      if (!given) terms.failed("dns");
      return;
    }
    let failure: WireFailure = "dns";
    for (const [index, address] of addresses.entries()) {
      if (given) return;
      const end = await oneSocket(terms, address, (socket) => (current = socket));
      if (given) return;
      if (typeof end !== "string") {
        if (index > 0) terms.addresses.prefer(address);
        terms.opened(end);
        return;
      }
      failure = end;
    }
    terms.addresses.forget();
    terms.failed(failure);
  };
  void attempt();
  return () => {
    given = true;
    current?.destroy();
  };
}

const READ_SIZE_BYTES = 65_536;
/** Reads happen one after the other and are done with at once, but for Windows, where they are ordered ahead. */
const SHARED = process.platform === "win32" ? null : Buffer.allocUnsafeSlow(READ_SIZE_BYTES);

function oneSocket(terms: SocketTerms, host: string, made: (socket: Socket) => void): Promise<Socket | WireFailure> {
  const { target, alpn, onBytes } = terms;
  return new Promise((resolve) => {
    const onread =
      onBytes === null
        ? {}
        : {
            onread: {
              buffer: SHARED ?? Buffer.allocUnsafeSlow(READ_SIZE_BYTES),
              callback: (size: number, bytes: Uint8Array) => {
                onBytes(bytes as Buffer, size);
                return true;
              },
            },
          };
    const options = { host, port: target.port, noDelay: true, ...onread };
    let stage: "connecting" | "handshake" = "connecting";
    const socket: Socket =
      target.tls === null ? connectPlain(options) : connectTls({ ...options, ...secrets(target, alpn) });
    made(socket);
    const settle = (end: Socket | WireFailure): void => {
      socket.removeAllListeners("error");
      socket.removeAllListeners("close");
      if (typeof end === "string") {
        socket.on("error", () => undefined);
        socket.destroy();
      }
      resolve(end);
    };
    socket.once("connect", () => {
      if (target.tls === null) settle(socket);
      else stage = "handshake";
    });
    socket.once("secureConnect", () => settle(socket));
    socket.once("error", (error) => settle(socketFailure(error, stage)));
    socket.once("close", () => settle(stage === "handshake" ? "tls" : "connection"));
  });
}

function secrets({ tls, serverName }: Target, alpn: string): object {
  return {
    servername: serverName,
    rejectUnauthorized: tls?.verify !== false,
    ALPNProtocols: [alpn],
    ...(tls?.ca === null || tls?.ca === undefined ? {} : { ca: tls.ca }),
  };
}
