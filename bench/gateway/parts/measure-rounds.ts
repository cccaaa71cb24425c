import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "../../harness/row.ts";
import { actionRows } from "./action-rows.ts";
import type { PeerPlace, Times } from "./contestants.ts";
import { GatewayContestant, runEmptyRoute, runPeer, runTraced } from "./contestants.ts";
import type { Figures, Round } from "./figures.ts";
import { fileSystemOf } from "./file-system.ts";

export interface Rounds {
  /** File of the command that starts the gateway. */
  readonly command: string;
  /** The same with every span recorded. */
  readonly tracedCommand: string;
  readonly rounds: number;
  readonly times: Times;
}

/** PostgreSQL runs as another user, who has to reach its folder. */
const OTHERS_MAY_PASS = 0o755;

/** The rows of so many rounds of everything, in a folder that is removed afterwards. */
export async function measureRounds({ command, tracedCommand, rounds, times }: Rounds): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  chmodSync(folder, OTHERS_MAY_PASS);
  try {
    const peers = peersIn(folder);
    const gateway = new GatewayContestant(join(folder, "gateway"), command);
    const all: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await gateway.run(times);
      const emptyRoute = await runEmptyRoute(gateway.answer, times);
      const traced = await tracedOrReason(join(folder, "traced"), times, tracedCommand);
      const theirs: Record<string, Figures> = {};
      for (const [name, peer] of Object.entries(peers)) theirs[name] = await runPeer(peer, times);
      all.push({ gateway: ours, emptyRoute, ...traced, peers: theirs });
    }
    return actionRows(all, { fileSystem: fileSystemOf(folder), ...times });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By the names that ratios have. */
function peersIn(folder: string): Record<string, PeerPlace> {
  const redis = join(folder, "redis");
  mkdirSync(redis);
  const postgres = join(folder, "postgres");
  return {
    "bullmq-always": { name: "bullmq", server: "redis", folder: redis },
    "pg-boss": { name: "pg-boss", server: "postgres", folder: postgres },
    "graphile-worker": { name: "graphile-worker", server: "postgres", folder: postgres },
    dbos: { name: "dbos", server: "postgres", folder: postgres },
  };
}

/** A gateway that makes no spans is a row without a value, not the end of the bench. */
async function tracedOrReason(
  folder: string,
  times: Times,
  command: string,
): Promise<Pick<Round, "traced" | "tracedAbsent">> {
  try {
    return { traced: await runTraced(folder, times, command) };
  } catch (error) {
    return { traced: null, tracedAbsent: error instanceof Error ? error.message : String(error) };
  }
}
