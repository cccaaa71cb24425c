import { openConnection } from "../../harness/load/connection.ts";
import { requestBytes } from "../../harness/load/request.ts";

const TIMEOUT_MS = 30_000;
const OK = 200;

export interface Timed<Body> {
  readonly body: Body;
  readonly ms: number;
}

export interface Asker {
  get<Body>(path: string): Promise<Timed<Body>>;
  close(): void;
}

/** Asks one thing after the other over one connection, and times each. Rejects on an answer other than 200. */
export async function openAsker(url: string, token: string): Promise<Asker> {
  const { hostname, port } = new URL(url);
  const connection = await openConnection(hostname, Number(port), TIMEOUT_MS);
  return {
    async get<Body>(path: string): Promise<Timed<Body>> {
      const request = requestBytes(new URL(path, url), { Authorization: `Bearer ${token}` }, null);
      const startedMs = performance.now();
      const { status, body } = await connection.exchange(request);
      const ms = performance.now() - startedMs;
      const text = body.toString("utf8");
      if (status !== OK) throw new Error(`GET ${path}: ${status} ${text.slice(0, 300)}`);
      return { body: JSON.parse(text) as Body, ms };
    },
    close: () => connection.close(),
  };
}
