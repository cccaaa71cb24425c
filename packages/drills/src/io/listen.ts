import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

const HOST = "127.0.0.1";

/** Listens on a free port of this machine; the URL without a slash at its end. */
export async function listenHere(server: Server): Promise<string> {
  server.listen(0, HOST);
  await once(server, "listening");
  return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}

/** Ends a server with every connection that it holds. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** A URL of this machine at which nobody listens: a port that was free a moment ago. */
export async function deafUrl(): Promise<string> {
  const server = createServer();
  server.listen(0, HOST);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const closed = once(server, "close");
  server.close();
  await closed;
  return `http://${HOST}:${port}`;
}
