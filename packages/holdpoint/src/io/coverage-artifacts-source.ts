import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import type { SourceText } from "../coverage/artifacts/html/file-page.ts";

/** A source larger than this is not shown. */
const SOURCE_SIZE_BYTES_MAX: number = 8 * 1024 * 1024;

/**
 * Reads sources of the work tree for their pages; whatever is wrong with one is said on its page.
 *
 * @param root absolute path
 * @param measuredAtMs when the reports were written, milliseconds since the epoch
 */
export function sourceReader(root: string, measuredAtMs: number): (path: string) => SourceText {
  const realRoot = realpathSync(root);
  return (path) => {
    let handle: number;
    try {
      const real = realpathSync(join(realRoot, path));
      if (!real.startsWith(realRoot + sep)) return { absent: "it lies outside of the work tree" };
      // Opening a named pipe would wait for ever.
      handle = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      return {
        absent: code === "ENOENT" || code === "ENOTDIR" ? "the file is not there" : `it cannot be read (${code})`,
      };
    }
    try {
      const status = fstatSync(handle);
      if (!status.isFile()) return { absent: "it is not a regular file" };
      if (status.size > SOURCE_SIZE_BYTES_MAX) {
        return { absent: `it has ${status.size} bytes, at most ${SOURCE_SIZE_BYTES_MAX} are shown` };
      }
      return { text: textOf(handle, status.size), isLater: status.mtimeMs > measuredAtMs };
    } finally {
      closeSync(handle);
    }
  };
}

function textOf(handle: number, sizeBytes: number): string {
  const bytes = Buffer.alloc(sizeBytes);
  let at = 0;
  while (at < sizeBytes) {
    const count = readSync(handle, bytes, at, sizeBytes - at, null);
    if (count === 0) break;
    at += count;
  }
  return bytes.toString("utf8", 0, at);
}
