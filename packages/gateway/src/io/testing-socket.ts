import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { connect } from "node:net";
import type { TestingHttp } from "../http/testing-http.ts";

export interface RawAnswer {
  readonly status: number;
  /** Names in lowercase. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Listens on a free port of this machine; closed with every socket when the test ends. */
export async function listening(test: { after(end: () => Promise<void>): void }, http: TestingHttp): Promise<number> {
  await http.app.listen({ host: "127.0.0.1", port: 0 });
  test.after(async () => {
    http.app.server.closeAllConnections();
    await http.app.close();
  });
  return (http.app.server.address() as AddressInfo).port;
}

export async function opened(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** Sends exactly these bytes and reads until the server closes. */
export async function exchange(port: number, ...parts: readonly (string | Buffer)[]): Promise<string> {
  const socket = await opened(port);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  for (const part of parts) {
    if (!socket.destroyed) socket.write(part);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!socket.closed) await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

/** The answers in what came back, one after the other. */
export function answersIn(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = text; rest !== "";) {
    const end = rest.indexOf("\r\n\r\n");
    const [first = "", ...lines] = rest.slice(0, end).split("\r\n");
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
    );
    const start = end + "\r\n\r\n".length;
    const stop = start + Number(headers.get("content-length") ?? 0);
    const status = Number(first.split(" ")[1]);
    answers.push({ status, headers, body: rest.slice(start, stop) });
    rest = status === 100 ? rest.slice(start) : rest.slice(stop);
  }
  return answers;
}

/** A submission as it goes over the wire; `more` are header lines. */
export function wireRequest(body: string | Buffer, more: readonly string[] = [], as: string = "requester"): Buffer {
  const head = [
    "POST /v1/actions HTTP/1.1",
    "Host: localhost",
    `Authorization: Bearer ${as}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    ...more,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), Buffer.from(body as string)]);
}
