import { findFiles } from "./find-files.ts";

/** Files of all globs, each once, sorted. Throws what `findFiles` throws for the first glob that it cannot look for. */
export async function findAll(root: string, globs: readonly string[]): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const glob of globs) {
    for (const path of await findFiles(root, glob)) paths.add(path);
  }
  return [...paths].sort();
}
