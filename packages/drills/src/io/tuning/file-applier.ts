import { readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { HoldpointError, readJson, sha256Hex } from "@holdpoint/core";
import type { JsonObject } from "@holdpoint/core";
import type { Applier, Configuration } from "../../tuning/applier.ts";
import { patchedLeaves } from "../../tuning/patch.ts";
import { spliceJson } from "../../tuning/splice-json.ts";
import { runProgram } from "../run-program.ts";
import { CONFIGURATION_BYTES_MAX } from "./http-applier.ts";
import { writeAtomically } from "./write-atomically.ts";

export interface FileApplierTerms {
  /** Where the file's path begins and the command is started. */
  readonly root: string;
  /** A JSON file; a link is followed, and stays a link. */
  readonly path: string;
  /** Program and arguments that make the target read it again; null: it does so by itself. */
  readonly reload: readonly string[] | null;
  readonly timeoutMs?: number;
}

const RELOAD_TIMEOUT_MS = 30_000;
const OUTPUT_CHARS_MAX = 300;

/**
 * A configuration in a JSON file. Only the values that change are written, everything else stays as it is character
 * by character; the file is replaced as a whole. When the reload command fails, the file is set back to what it was.
 */
export function fileApplier({ root, path, reload, timeoutMs = RELOAD_TIMEOUT_MS }: FileApplierTerms): Applier {
  const read = (): { readonly bytes: Buffer; readonly file: string; readonly mode: number } => {
    try {
      const file = realpathSync(resolve(root, path));
      const { size, mode } = statSync(file);
      if (size > CONFIGURATION_BYTES_MAX) {
        throw new HoldpointError("HP-READ-TOO-LARGE", `${size} bytes, at most ${CONFIGURATION_BYTES_MAX}`, {
          file: path,
        });
      }
      return { bytes: readFileSync(file), file, mode: mode & 0o7777 };
    } catch (thrown) {
      throw refusal(thrown, path);
    }
  };
  const put = (next: Buffer, tag: string | null): boolean => {
    const { file, mode } = read();
    const beforeRename = (): boolean => tag === null || tagOf(read().bytes) === tag;
    try {
      return writeAtomically(file, next, { mode, beforeRename });
    } catch (thrown) {
      throw refusal(thrown, path);
    }
  };
  return {
    read: async (): Promise<Configuration> => {
      const { bytes } = read();
      return { document: readJson(bytes, { file: path }), tag: tagOf(bytes) };
    },
    write: async (patch: JsonObject, tag, signal) => {
      const { bytes } = read();
      if (tag !== null && tagOf(bytes) !== tag) return "changed-meanwhile";
      const next = Buffer.from(spliceJson(bytes.toString("utf8"), patchedLeaves(patch)));
      if (!put(next, tag)) return "changed-meanwhile";
      if (reload === null) return "written";
      const failed = await reloadFailure(reload, { root, timeoutMs, signal });
      if (failed === null) return "written";
      const isBack = put(bytes, tagOf(next));
      signal.throwIfAborted();
      const after = isBack ? "the file was set back" : "the file was not set back: somebody else changed it";
      throw new HoldpointError("HP-TUNING-REFUSED", `${failed}; ${after}`, { file: path });
    },
  };
}

async function reloadFailure(
  command: readonly string[],
  { root: cwd, timeoutMs, signal }: { readonly root: string; readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<string | null> {
  try {
    const { exitCode, stderr } = await runProgram({ command, cwd, timeoutMs, signal });
    if (exitCode === 0) return null;
    const ended = exitCode === null ? `did not end in ${timeoutMs} ms` : `ended with ${exitCode}`;
    return `the reload command ${ended}: ${stderr.trim().slice(-OUTPUT_CHARS_MAX)}`;
  } catch (thrown) {
    return `the reload command could not be started: ${(thrown as Error).message}`;
  }
}

function tagOf(bytes: Uint8Array): string {
  return sha256Hex(bytes);
}

function refusal(thrown: unknown, file: string): unknown {
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (thrown instanceof HoldpointError || code === undefined) return thrown;
  const isAbsent = code === "ENOENT" || code === "ENOTDIR";
  return new HoldpointError(isAbsent ? "HP-READ-ABSENT" : "HP-TUNING-TARGET", message, { file }, thrown);
}
