import type { FailClosedBody, FailClosedRule, Json } from "@holdpoint/core";
import type { Room } from "../error-taxonomy/room.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import { runProgram } from "../io/run-program.ts";

const TIMEOUT_MS = 60_000;

/** What the probes inside the shipped program found. */
export interface ProgramProbe {
  readonly probe: FailClosedBody["probe"];
  readonly rules: readonly FailClosedRule[];
}

/** Lets the program under drill harm itself from inside; what it prints is taken as it is. */
export async function probeProgram({ program, context }: Room): Promise<ProgramProbe> {
  const { root, signal, record, nowMs } = context;
  const command = [...program, "gateway", "probe", "--json"];
  const { exitCode, stdout } = await runProgram({ command, cwd: root, timeoutMs: TIMEOUT_MS, signal });
  record({ atMs: nowMs(), what: "gateway probe", text: `exit ${exitCode}` });
  return readProbe(stdout, exitCode);
}

export function readProbe(stdout: string, exitCode: number | null): ProgramProbe {
  const document = objectOf(parsed(stdout));
  const announced = document["announced"];
  return {
    probe: {
      version: textOf(document["version"]),
      announced: Number.isSafeInteger(announced) ? (announced as number) : 0,
      exitCode,
    },
    // The envelope's schema is checked with the evidence; what is not such a rule makes it an error there.
    rules: listOf(document["rules"]) as unknown as readonly FailClosedRule[],
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
