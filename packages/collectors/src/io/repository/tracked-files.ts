import type { GitOptions } from "./run-git.ts";
import { askGit, nulFields } from "./run-git.ts";

export interface TrackedFile {
  readonly path: string;
  /** `S`: skip-worktree. Lower case: assume-unchanged. */
  readonly flag: string;
}

/** Every file of the index with git's own mark for what it does not look at, sorted by path. */
export async function readTrackedFiles(root: string, options: GitOptions): Promise<TrackedFile[]> {
  const fields = nulFields(await askGit(root, ["ls-files", "-v", "-z"], options));
  const files = new Map(fields.map((field) => [field.slice(2), field.slice(0, 1)]));
  return [...files].map(([path, flag]) => ({ path, flag }));
}

/** Tracked files that the commit's own ignore rules would leave out. */
export async function readTrackedIgnored(root: string, options: GitOptions): Promise<string[]> {
  const rules = ["--cached", "--ignored", "--exclude-per-directory=.gitignore"];
  return nulFields(await askGit(root, ["ls-files", "-z", ...rules], options));
}

/** Untracked files that only this machine's rules ignore: `.git/info/exclude` and `core.excludesFile`. */
export async function readLocallyIgnored(root: string, options: GitOptions): Promise<string[]> {
  const untracked = async (rules: string): Promise<string[]> =>
    nulFields(
      await askGit(root, ["ls-files", "-z", "--others", "--directory", "--no-empty-directory", rules], options),
    );
  const shown = new Set(await untracked("--exclude-standard"));
  const all = await untracked("--exclude-per-directory=.gitignore");
  return all.filter((path) => !shown.has(path));
}
