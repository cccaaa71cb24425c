import type { ReportFile } from "./read-report.ts";
import { findAll } from "./find-all.ts";
import { readReport } from "./read-report.ts";

/** Reads the files of all globs one after another, each once, so that only one is in memory at a time. */
export async function* readGlobs(
  root: string,
  globs: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ReportFile> {
  for (const path of await findAll(root, globs)) {
    signal.throwIfAborted();
    yield await readReport(root, path);
  }
}
