import { readFileSync } from "node:fs";
import { HoldpointError } from "@holdpoint/core";

const FILE_SIZE_BYTES_MAX = 1_048_576;
const STDIN = "-";

/**
 * Text of a small file that the command line names; `-` is standard input.
 *
 * @throws HoldpointError `HP-USAGE`
 */
export function readTextFile(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file === STDIN ? 0 : file);
  } catch (cause) {
    throw new HoldpointError("HP-USAGE", `the file cannot be read: ${(cause as Error).message}`, { file }, cause);
  }
  if (bytes.length > FILE_SIZE_BYTES_MAX) {
    throw new HoldpointError("HP-USAGE", `${bytes.length} bytes are more than ${FILE_SIZE_BYTES_MAX}`, { file });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HoldpointError("HP-USAGE", "the file is not UTF-8 text", { file }, cause);
  }
}
