import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { Buffer } from "node:buffer";
import type { Lie, ProxyAnswer, ProxyRequest } from "../mutants/lie.ts";
import { closeServer, listenHere } from "./listen.ts";

/** Something that stands between a drill and its gateway, or between a gateway and its upstream. */
export interface Proxy {
  readonly url: string;
  /** How often it lied: a lie that was never told shows nothing. */
  readonly lies: number;
  close(): Promise<void>;
}

/** Of the connection, not of the message. */
const HOP_HEADERS: ReadonlySet<string> = new Set(["connection", "host", "content-length", "transfer-encoding"]);

/**
 * Starts a proxy that hands on what it is told to, and lies where its lie says so.
 *
 * @param targetUrl asked for each request, so that what is behind may be started again elsewhere
 */
export async function startProxy(targetUrl: () => string, lie: Lie): Promise<Proxy> {
  let lies = 0;
  const ask = async (request: ProxyRequest): Promise<ProxyAnswer> => {
    const { method, path, headers, body } = request;
    const answer = await fetch(`${targetUrl()}${path}`, {
      method,
      headers,
      body: body === "" ? null : body,
      redirect: "manual",
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  };
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  });
  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await requestOf(incoming);
    const told = await lie.tell(request, ask);
    if (told.lied) lies += 1;
    const headers = Object.entries(told.answer.headers).filter(([name]) => !HOP_HEADERS.has(name));
    response.writeHead(told.answer.status, Object.fromEntries(headers)).end(told.answer.body);
  }
  const url = await listenHere(server);
  return {
    url,
    get lies(): number {
      return lies;
    },
    close: () => closeServer(server),
  };
}

async function requestOf(incoming: IncomingMessage): Promise<ProxyRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const pairs = Object.entries(incoming.headers).filter(([name]) => !HOP_HEADERS.has(name));
  const headers = Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
  const body = Buffer.concat(parts).toString("utf8");
  return { method: incoming.method ?? "GET", path: incoming.url ?? "/", headers, body };
}
