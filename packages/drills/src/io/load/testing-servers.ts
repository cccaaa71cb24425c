import { once } from "node:events";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer } from "node:net";

export interface Listening {
  readonly port: number;
  /** Connections that were made so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback address; its close ends every connection. */
export async function listening(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  let made = 0;
  server.on("connection", (socket: Socket) => {
    made += 1;
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => made,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Answers the request line of each request with whatever `answer` does to its socket. */
export function rawServer(answer: (path: string, socket: Socket) => void): Promise<Listening> {
  return listening(
    createServer((socket) => {
      let text = "";
      socket.on("data", (bytes) => {
        text += bytes.toString("latin1");
        for (let end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
          const [, path = ""] = text.slice(0, end).split(" ");
          text = text.slice(end + 4);
          answer(path, socket);
        }
      });
    }),
  );
}
