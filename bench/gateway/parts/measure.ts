import type { Server } from "../../harness/child.ts";
import { runForJson } from "../../harness/child.ts";
import type { HttpLoad, HttpLoadResult } from "../../harness/load/http-load.ts";
import { processUse } from "../../harness/process-use.ts";
import { SENDER } from "./places.ts";
import { ACTIONS_PATH, SUBMISSIONS, SUCCEEDED_STATUS, SUCCEEDED_TEXT } from "./submission.ts";

const GRACE_MS = 30_000;

/** A load on a server, with what the server used meanwhile; null cores where that cannot be seen. */
export interface Measured extends HttpLoadResult {
  readonly serverCores: number | null;
}

export interface ActionLoad {
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly perSecond?: number;
}

/** Submits actions over HTTP from a process of its own. */
export function measureActions(server: Server<{ url: string }>, token: string, load: ActionLoad): Promise<Measured> {
  return measure(server, {
    url: new URL(ACTIONS_PATH, server.ready.url).href,
    headers: { Authorization: `Bearer ${token}` },
    bodies: SUBMISSIONS,
    expectStatus: SUCCEEDED_STATUS,
    expectText: SUCCEEDED_TEXT,
    ...load,
  });
}

/** Runs one load in a sender of its own. */
export async function measure(server: Server<unknown>, load: HttpLoad): Promise<Measured> {
  const startedMs = performance.now();
  const before = processUse(server.pid);
  const result = await runForJson<HttpLoadResult>(
    { args: [SENDER, JSON.stringify(load)] },
    load.warmUpMs + load.measureMs + GRACE_MS,
  );
  const after = processUse(server.pid);
  const seconds = (performance.now() - startedMs) / 1000;
  const serverCores = before === null || after === null ? null : (after.cpuSeconds - before.cpuSeconds) / seconds;
  return { ...result, serverCores };
}
