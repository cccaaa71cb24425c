import { HoldpointError, readJson } from "@holdpoint/core";
import type { JsonObject } from "@holdpoint/core";
import type { Applier, Configuration } from "../../tuning/applier.ts";
import type { ProgramRun } from "../run-program.ts";
import { runProgram } from "../run-program.ts";
import { CONFIGURATION_BYTES_MAX } from "./http-applier.ts";

export interface CommandApplierTerms {
  readonly root: string;
  /** Program and arguments, no shell; prints the whole configuration as JSON. */
  readonly read: readonly string[];
  /** Gets the merge patch (RFC 7396) on its standard input; exit code 0 took it, any other refused it. */
  readonly write: readonly string[];
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const OUTPUT_CHARS_MAX = 300;

/** A configuration behind two programs. It has no versions, so that nothing guards it against another writer. */
export function commandApplier({ root, read, write, timeoutMs = TIMEOUT_MS }: CommandApplierTerms): Applier {
  const run = async (command: readonly string[], signal: AbortSignal, input = ""): Promise<ProgramRun> => {
    const name = command[0] ?? "";
    const failed = (why: string, cause?: unknown): HoldpointError =>
      new HoldpointError("HP-TUNING-TARGET", `'${name}' ${why}`, {}, cause);
    const done = await runProgram({ command, cwd: root, input, timeoutMs, signal }).catch((thrown: unknown) => {
      throw failed(`could not be started: ${(thrown as Error).message}`, thrown);
    });
    signal.throwIfAborted();
    if (done.exitCode === null) throw failed(`did not end in ${timeoutMs} ms`);
    return done;
  };
  return {
    read: async (signal): Promise<Configuration> => {
      const { exitCode, stdout, stderr } = await run(read, signal);
      if (exitCode !== 0) throw new HoldpointError("HP-TUNING-TARGET", ended(read, exitCode, stderr));
      const file = `output of ${read[0] ?? ""}`;
      return { document: readJson(stdout, { file, sizeBytesMax: CONFIGURATION_BYTES_MAX }), tag: null };
    },
    write: async (patch: JsonObject, _tag, signal) => {
      const { exitCode, stderr } = await run(write, signal, `${JSON.stringify(patch)}\n`);
      if (exitCode !== 0) throw new HoldpointError("HP-TUNING-REFUSED", ended(write, exitCode, stderr));
      return "written";
    },
  };
}

function ended([name = ""]: readonly string[], exitCode: number | null, stderr: string): string {
  return `'${name}' ended with ${exitCode}: ${stderr.trim().slice(-OUTPUT_CHARS_MAX)}`;
}
