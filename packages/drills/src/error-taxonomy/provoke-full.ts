import { join } from "node:path";
import type { ErrorProvocation } from "@holdpoint/core";
import type { Exchange } from "../http-probe.ts";
import { httpProbe } from "../http-probe.ts";
import { startGateway } from "../io/gateway-process.ts";
import { nodeProgram, runProgram } from "../io/run-program.ts";
import { httpError } from "./record-error.ts";
import type { Room } from "./room.ts";
import { answered } from "./room.ts";

const OUTLINE = {
  id: "storage-full",
  done: "submits until no file may grow any more",
  expected: "HP-GATEWAY-STORAGE-FULL",
};
/** util-linux: bounds the size of the files that a program may write, without a shell. */
const BOUND_SIZE = "prlimit";
const FILE_SIZE_BYTES_MAX = 1_500_000;
const SUBMISSIONS_MAX = 60;
const ARGUMENT_SIZE_CHARS = 60_000;
const PROBE_TIMEOUT_MS = 5000;

/** Whether this machine can bound a program's files. */
export async function canBoundFiles({ root, signal }: Room["context"]): Promise<boolean> {
  const command = [BOUND_SIZE, "--version"];
  return runProgram({ command, cwd: root, timeoutMs: PROBE_TIMEOUT_MS, signal }).then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
}

/** A gateway of its own whose files may not grow beyond a bound, filled until it says so. */
export async function provokeFull(room: Room, command: readonly string[]): Promise<ErrorProvocation> {
  const { root, signal, nowMs, record } = room.context;
  const program = command[0] === "node" ? [nodeProgram(), ...command.slice(1)] : command;
  const gateway = await startGateway({
    command: [BOUND_SIZE, `--fsize=${FILE_SIZE_BYTES_MAX}`, ...program],
    root,
    dataFolder: join(room.folder.path, "full"),
    gatewayFile: null,
    signal,
    nowMs,
    record,
  });
  try {
    const probe = httpProbe({ baseUrl: () => gateway.url, fetch: globalThis.fetch, nowMs, signal, record });
    const body = { adapter: "echo", operation: "echo", arguments: { text: "x".repeat(ARGUMENT_SIZE_CHARS) } };
    let answer: Exchange | null = null;
    for (let sent = 0; sent < SUBMISSIONS_MAX && (answer === null || answer.status < 400); sent += 1) {
      answer = await answered(probe("POST", "/v1/actions", { body, token: gateway.tokens["requester"] ?? null }));
    }
    return httpError(OUTLINE, answer, { method: "POST", path: "/v1/actions" }, room.secrets);
  } finally {
    await gateway.kill();
  }
}
