import { join } from "node:path";
import type { ErrorProvocation } from "@holdpoint/core";
import { runProgram } from "../io/run-program.ts";
import type { Outline } from "./record-error.ts";
import { startError } from "./record-error.ts";
import type { Room } from "./room.ts";
import { gatewayFile } from "./scene.ts";

const START_TIMEOUT_MS = 15_000;

interface StartProvocation extends Outline {
  readonly args: readonly string[];
}

/** Starts that must be refused, and a client that finds nobody. */
export async function provokeStarts(room: Room): Promise<ErrorProvocation[]> {
  const errors: ErrorProvocation[] = [];
  for (const one of startProvocations(room)) {
    const { root, signal, record, nowMs } = room.context;
    const command = [...room.program, ...one.args, "--json"];
    const run = await runProgram({ command, cwd: root, timeoutMs: START_TIMEOUT_MS, signal });
    record({ atMs: nowMs(), what: `start ${one.id}`, text: `exit ${run.exitCode}` });
    errors.push(startError(one, run.exitCode === null ? null : run.stdout, room.secrets));
  }
  return errors;
}

function startProvocations(room: Room): StartProvocation[] {
  const { folder, gatewayPath, dataFolder, gateway } = room;
  const fresh = (name: string): string => join(folder.path, name);
  const start = (...args: readonly string[]): readonly string[] => ["gateway", "start", "--port", "0", ...args];
  const badPolicy = gatewayFile(
    { upstreamUrl: room.upstream.url, deafUrl: room.deafUrl, moduleFile: "functions.mjs" },
    { policy: "broken-policy.yaml" },
  );
  folder.write("broken-policy.yaml", "version: 1\nrules: [{ id: x, then: perhaps }]\n");
  const broken = folder.write("broken.yaml", "version: 1\nadapters: [{ kind: carrier-pigeon }]\n");
  const unread = folder.write("unread.yaml", "version: 1\n  - [");
  const policy = folder.write("bad-policy.yaml", badPolicy);
  const data = (name: string): readonly string[] => ["--data", fresh(name)];
  return [
    {
      id: "configuration-broken",
      done: "starts with an adapter of no known kind",
      expected: "HP-GATEWAY-CONFIG",
      args: start("--gateway", broken, ...data("a")),
    },
    {
      id: "configuration-not-yaml",
      done: "starts with a file that is no YAML",
      expected: "HP-GATEWAY-CONFIG",
      args: start("--gateway", unread, ...data("b")),
    },
    {
      id: "policy-not-one",
      done: "starts with a policy that is none",
      expected: "HP-GATEWAY-POLICY",
      args: start("--gateway", policy, ...data("c")),
    },
    {
      id: "open-without-tokens",
      done: "listens to everybody without tokens",
      expected: "HP-GATEWAY-TOKENS-REQUIRED",
      args: start("--host", "0.0.0.0", ...data("d")),
    },
    {
      id: "port-taken",
      done: "listens where somebody listens",
      expected: "HP-GATEWAY-LISTEN",
      args: ["gateway", "start", "--port", new URL(gateway.url).port, ...data("e")],
    },
    {
      id: "data-taken",
      done: "uses the data folder of a running gateway",
      expected: "HP-GATEWAY-DATA",
      args: start("--gateway", gatewayPath, "--data", dataFolder),
    },
    {
      id: "data-not-a-folder",
      done: "uses a file as its data folder",
      expected: "HP-GATEWAY-DATA",
      args: start("--data", gatewayPath),
    },
    {
      id: "nobody-there",
      done: "asks a gateway that is not there",
      expected: "HP-GATEWAY-UNREACHABLE",
      args: [
        "dead-letters",
        "list",
        "--url",
        room.deafUrl,
        "--token-file",
        folder.write("token", `hp_${"A".repeat(43)}\n`),
      ],
    },
  ];
}
