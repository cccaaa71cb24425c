import type { ReportFile } from "./read-report.ts";
import { findFiles } from "./find-files.ts";
import { readReport } from "./read-report.ts";

/** Reads the files of all globs one after another, each once, so that only one is in memory at a time. */
export async function* readGlobs(
  root: string,
  globs: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<ReportFile> {
  const paths = new Set<string>();
  for (const glob of globs) {
    for (const path of await findFiles(root, glob)) paths.add(path);
  }
  for (const path of [...paths].sort()) {
    signal.throwIfAborted();
    yield await readReport(root, path);
  }
}
