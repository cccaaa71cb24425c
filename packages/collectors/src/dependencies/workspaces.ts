import { compileGlob } from "@holdpoint/core";

/**
 * Folders that a manifest's `workspaces` name, among those that hold a package.json. A pattern behind `!` takes away.
 *
 * @param folders relative to the manifest's own
 * @throws HoldpointError `HP-CONFIG-VALUE` for a pattern that is not understood
 */
export function workspaceFolders(patterns: readonly string[], folders: readonly string[], file: string): string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const takesAway = pattern.startsWith("!");
    const fits = compileGlob(plain(takesAway ? pattern.slice(1) : pattern), { file });
    for (const folder of folders) {
      if (!fits(folder)) continue;
      if (takesAway) found.delete(folder);
      else found.add(folder);
    }
  }
  return [...found];
}

function plain(pattern: string): string {
  return pattern.replace(/^\/|^(?:\.\/)+/, "").replace(/\/+$/, "");
}
