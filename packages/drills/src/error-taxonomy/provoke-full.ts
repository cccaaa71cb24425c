import { join } from "node:path";
import type { ErrorProvocation } from "@holdpoint/core";
import type { DrillContext } from "../drill.ts";
import { runProgram } from "../io/run-program.ts";
import { BOUND_SIZE, startFullGateway } from "./full-gateway.ts";
import { httpError } from "./record-error.ts";
import type { Room } from "./room.ts";

const OUTLINE = {
  id: "storage-full",
  done: "submits until no file may grow any more",
  expected: "HP-GATEWAY-STORAGE-FULL",
};
const PROBE_TIMEOUT_MS = 5000;

/** Whether this machine can bound a program's files. */
export async function canBoundFiles({ root, signal }: DrillContext): Promise<boolean> {
  const command = [BOUND_SIZE, "--version"];
  return runProgram({ command, cwd: root, timeoutMs: PROBE_TIMEOUT_MS, signal }).then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
}

export async function provokeFull(room: Room, command: readonly string[]): Promise<ErrorProvocation> {
  const gateway = await startFullGateway(room.context, command, join(room.folder.path, "full"));
  try {
    const answer = await gateway.fill();
    return httpError(OUTLINE, answer, { method: "POST", path: "/v1/actions" }, room.secrets);
  } finally {
    await gateway.end();
  }
}
