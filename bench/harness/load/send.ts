import { setTimeout as pause } from "node:timers/promises";
import { closedLoop } from "./closed-loop.ts";
import type { Connection } from "./connection.ts";
import { openConnection } from "./connection.ts";
import type { HttpLoad, HttpLoadResult } from "./http-load.ts";
import { openLoop } from "./open-loop.ts";
import { requestBytes } from "./request.ts";

const ANSWER_TIMEOUT_MS = 15_000;
const SHOWN_CHARACTERS = 300;
const nowMs = (): number => performance.now();

/** Runs a load. Rejects on the first answer that is not the expected one. */
export async function send(load: HttpLoad): Promise<HttpLoadResult> {
  const requests = requestsOf(load);
  const { hostname, port } = new URL(load.url);
  const open: Promise<Connection>[] = Array.from({ length: load.connections }, () =>
    openConnection(hostname, Number(port), ANSWER_TIMEOUT_MS),
  );
  const connections = await Promise.all(open);
  let next = 0;
  let last: Buffer = Buffer.alloc(0);
  const job = async (caller: number): Promise<void> => {
    const connection = connections[caller];
    const request = requests[next % requests.length];
    next += 1;
    if (connection === undefined || request === undefined) throw new Error("a caller without connection or request");
    const { status, body } = await connection.exchange(request);
    if (status !== load.expectStatus || !body.includes(load.expectText)) {
      const shown = body.toString("utf8").slice(0, SHOWN_CHARACTERS);
      throw new Error(`expected ${load.expectStatus} with ${load.expectText}, got ${status}: ${shown}`);
    }
    last = body;
  };
  const { warmUpMs, measureMs, perSecond, connections: callers } = load;
  const startedMs = nowMs();
  const before = process.cpuUsage();
  try {
    const common = { callers, warmUpMs, measureMs, job, nowMs };
    const result = perSecond === undefined ? await closedLoop(common) : await openLoop({ ...common, perSecond, pause });
    const { user, system } = process.cpuUsage(before);
    const senderCores = (user + system) / 1000 / (nowMs() - startedMs);
    return { ...result, senderCores, lastBody: last.toString("utf8") };
  } finally {
    for (const connection of connections) connection.close();
  }
}

function requestsOf({ url, headers, bodies, paths }: HttpLoad): Buffer[] {
  const targets = paths ?? [""];
  const count = Math.max(bodies.length, targets.length);
  return Array.from({ length: count }, (_, index) => {
    const target = targets[index % targets.length] ?? "";
    return requestBytes(
      target === "" ? new URL(url) : new URL(target, url),
      headers,
      bodies[index % bodies.length] ?? null,
    );
  });
}
