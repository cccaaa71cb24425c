import { join } from "node:path";
import type { RunFiles } from "../verify/run-files.ts";
import { namesIn, readBounded } from "./files.ts";

const FILE_SIZE_BYTES_MAX = 512 * 1024 * 1024;

/** A file of a run's folder or of one of its subfolders; a record could name anything else. */
const NAME = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** A run's folder on disk. */
export function runFiles(directory: string): RunFiles {
  return {
    read: (name) => (NAME.test(name) ? readBounded(join(directory, name), FILE_SIZE_BYTES_MAX) : null),
    list: (folder) => namesIn(join(directory, folder), "").map((name) => `${folder}/${name}`),
  };
}
