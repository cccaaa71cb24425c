import type { GitOptions } from "./run-git.ts";
import { askGit } from "./run-git.ts";

export async function readGitVersion(root: string, options: GitOptions): Promise<string> {
  return (await askGit(root, ["version"], options))
    .toString("utf8")
    .replace(/^git version /, "")
    .trim();
}
