import { compileGlob, HoldpointError } from "@holdpoint/core";

/**
 * Tracked files that an exception's path means, sorted: the file of exactly this name, which may hold signs of globs,
 * else all that it fits as a glob.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for a path that is neither
 */
export function matchingFiles(path: string, tracked: readonly string[]): readonly string[] {
  if (tracked.includes(path)) return [path];
  return tracked.filter(compileGlob(path)).sort();
}

/** The same for a path that was signed long ago: what is not understood any more means no file. */
export function matchingFilesOrNone(path: string, tracked: readonly string[]): readonly string[] {
  try {
    return matchingFiles(path, tracked);
  } catch (thrown) {
    if (thrown instanceof HoldpointError) return [];
    throw thrown;
  }
}
