import type { IncomingMessage, Server } from "node:http";
import { createRequire } from "node:module";

/** As much of a connection of `ws` as tests need. */
export interface WsSocket {
  on(event: "message", listener: (message: Buffer) => void): this;
  on(event: "error", listener: (error: Error) => void): this;
  send(text: string): void;
  close(code: number): void;
  terminate(): void;
}

interface WsModule {
  readonly WebSocketServer: new (options: { readonly server: Server }) => {
    on(event: "connection", listener: (socket: WsSocket, request: IncomingMessage) => void): unknown;
  };
}

/** Speaks WebSocket on a server with `ws`, which the gateway has: tests want another author's reading of RFC 6455. */
export function withWs<Each extends Server>(
  server: Each,
  onConnection: (socket: WsSocket, request: IncomingMessage) => void,
): Each {
  const { WebSocketServer } = createRequire(import.meta.url)("ws") as WsModule;
  new WebSocketServer({ server }).on("connection", (socket, request) => {
    socket.on("error", () => undefined);
    onConnection(socket, request);
  });
  return server;
}
