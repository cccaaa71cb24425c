import { createServer } from "node:http";
import { closeServer, listenHere } from "./listen.ts";

export interface Redirector {
  readonly url: string;
  close(): Promise<void>;
}

/** A server that sends everybody elsewhere, body and all (RFC 9110, 307). */
export async function startRedirector(location: string): Promise<Redirector> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(307, { location }).end();
  });
  const url = await listenHere(server);
  return { url, close: () => closeServer(server) };
}
