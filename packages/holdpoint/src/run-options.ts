import { readCandidateFacts } from "@holdpoint/collectors";
import type { RunOptions } from "@holdpoint/release";
import type { Host } from "./host.ts";
import type { LoadedConfig } from "./io/config-file.ts";
import { livePlants } from "./io/live-plants.ts";
import type { Progress } from "./progress/terminal-progress.ts";
import { GATES, loadCollectors } from "./registry.ts";
import { loadRenderer } from "./reporters/index.ts";
import { VERSION } from "./version.ts";

/** What a verb chooses itself. */
export type RunChoice = Pick<RunOptions, "profile" | "evidence"> &
  Partial<Pick<RunOptions, "only" | "keyFile" | "base">>;

/** Everything else that a run takes: from the process, the configuration and the registry. */
export async function runOptions(
  host: Host,
  { root, file, config }: LoadedConfig,
  choice: RunChoice,
  progress: Progress,
): Promise<RunOptions> {
  const { nowMs, randomBytes, signal, env } = host;
  return {
    root,
    config,
    ...choice,
    gates: GATES,
    collectors: await loadCollectors(),
    readCandidate: readCandidateFacts,
    livePlants: (stop, gates) => livePlants(host, stop, gates),
    renderers: [await loadRenderer("html", { toolVersion: VERSION, configFile: file })],
    nowMs,
    randomBytes,
    environment: env,
    signal,
    onProgress: progress.onProgress,
  };
}
