import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest folder upwards that holds a git repository, or the folder itself when none does. */
export function repositoryRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}
