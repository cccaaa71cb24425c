import { readFileSync, statSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { writeDurably } from "@holdpoint/ledger";

const SIZE_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Text of the Markdown register; null when it is not there.
 *
 * @param file as the configuration names it, relative to the root
 * @throws HoldpointError `HP-READ-PATH`, `HP-READ-TOO-LARGE`, `HP-READ-ENCODING`, `HP-READ-FAILED`
 */
export function readRegister(root: string, file: string): string | null {
  const path = inside(root, file);
  let bytes: Uint8Array;
  try {
    const { size } = statSync(path);
    if (size > SIZE_BYTES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `${size} bytes, at most ${SIZE_BYTES_MAX} are read`, { file });
    }
    bytes = readFileSync(path);
  } catch (cause) {
    if (cause instanceof HoldpointError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new HoldpointError("HP-READ-FAILED", `the register could not be read (${code})`, { file }, cause);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new HoldpointError("HP-READ-ENCODING", "the register is not UTF-8 text", { file }, cause);
  }
}

/** Writes the register so that a reader sees all of it or none. */
export function writeRegisterFile(root: string, file: string, text: string): void {
  writeDurably(inside(root, file), text);
}

function inside(root: string, file: string): string {
  const path = normalize(file);
  if (!isAbsolute(path) && path !== ".." && !path.startsWith("../")) return join(root, path);
  throw new HoldpointError("HP-READ-PATH", "the register is not inside the repository", { file });
}
