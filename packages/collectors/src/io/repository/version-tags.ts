import type { GitOptions } from "./run-git.ts";
import { askGit, runGit } from "./run-git.ts";

export interface VersionTag {
  readonly tag: string;
  /** The commit that it leads to; the object itself when that is no commit. */
  readonly commit: string;
}

/** Tags that are named like one of the versions, with or without `v`. */
export async function readVersionTags(
  root: string,
  versions: readonly string[],
  options: GitOptions,
): Promise<VersionTag[]> {
  const wanted = new Set(versions.flatMap((version) => [version, `v${version}`]));
  if (wanted.size === 0) return [];
  const answer = await askGit(
    root,
    ["for-each-ref", "--format=%(refname:lstrip=2) %(objectname)", "refs/tags"],
    options,
  );
  const tags: VersionTag[] = [];
  for (const line of answer.toString("utf8").split("\n")) {
    const [tag = "", object = ""] = line.split(" ");
    if (wanted.has(tag)) tags.push({ tag, commit: await peel(root, object, options) });
  }
  return tags;
}

async function peel(root: string, object: string, options: GitOptions): Promise<string> {
  const { exitCode, stdout } = await runGit(root, ["rev-parse", "--verify", "--quiet", `${object}^{commit}`], options);
  return exitCode === 0 ? stdout.toString("utf8").trim() : object;
}
