import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { LoadGround } from "../load/ground.ts";

const FILE_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** Files that a plan names, read relative to a folder. */
export function fileGround(folder: string): LoadGround {
  return { text: (file) => textOf(join(folder, file), file) };
}

function textOf(path: string, file: string): string {
  const bytes = bytesOf(path, file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HoldpointError("HP-READ-ENCODING", "the file is not UTF-8 text", { file }, cause);
  }
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > FILE_SIZE_BYTES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `${size} bytes, at most ${FILE_SIZE_BYTES_MAX} are read`, { file });
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof HoldpointError) throw cause;
    throw new HoldpointError("HP-READ-ABSENT", (cause as Error).message.split(",")[0] ?? "unreadable", { file }, cause);
  }
}
