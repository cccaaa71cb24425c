import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A time in which the server did nothing at all. */
export interface Standstill {
  readonly fromUs: number;
  readonly untilUs: number;
}

/** What the server saw, on the monotonic clock of the machine, microseconds. */
export interface ServerLog {
  readonly serviceUs: readonly number[];
  readonly freezes: readonly Standstill[];
}

/** A server in a process of its own that stands still for so long, once in every period. */
export interface FreezingServer {
  readonly url: string;
  /** Forgets what it saw; the first freeze comes half a period later. */
  begin(): void;
  log(): Promise<ServerLog>;
  stop(): Promise<void>;
}

export type FreezingOrder = { readonly begin: { readonly freezeMs: number; readonly everyMs: number } } | "log";

export async function startFreezingServer(freezeMs: number, everyMs: number): Promise<FreezingServer> {
  const child = fork(fileURLToPath(new URL("./freezing-server-child.ts", import.meta.url)), {
    execArgv: ["--conditions=holdpoint-source"],
  });
  const answer = async (): Promise<unknown> => ((await once(child, "message")) as [unknown])[0];
  const { port } = (await answer()) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    begin: () => void child.send({ begin: { freezeMs, everyMs } } satisfies FreezingOrder),
    log: () => {
      const said = answer();
      child.send("log" satisfies FreezingOrder);
      return said as Promise<ServerLog>;
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
