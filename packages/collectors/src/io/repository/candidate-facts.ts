import { HoldpointError } from "@holdpoint/core";
import type { GitOptions } from "./run-git.ts";
import { askGit, runGit } from "./run-git.ts";
import { readDirtyPaths } from "./dirty-paths.ts";

/** What the repository contributes to a candidate. */
export interface CandidateFacts {
  /** Git object ids, 40 or 64 hexadecimal digits. */
  readonly commit: string;
  readonly tree: string;
  /** True when the work tree holds anything that the commit does not, ignored files apart. */
  readonly dirty: boolean;
}

/**
 * The commit that is checked out in the repository whose top folder is `root`.
 *
 * @throws HoldpointError `HP-REPO-NONE` outside of a work tree, `HP-REPO-SUBFOLDER` below its top folder,
 * `HP-REPO-NO-COMMIT` before the first commit, `HP-REPO-GIT` when git cannot answer
 */
export async function readCandidateFacts(root: string, options: GitOptions = {}): Promise<CandidateFacts> {
  await assertTop(root, options);
  const head = await readHead(root, options);
  const dirty = await readDirtyPaths(root, options);
  return { ...head, dirty: dirty.length > 0 };
}

export async function assertTop(root: string, options: GitOptions): Promise<void> {
  const { exitCode, stdout, stderr } = await runGit(
    root,
    ["rev-parse", "--is-inside-work-tree", "--show-prefix"],
    options,
  );
  const [inside, prefix = ""] = stdout.toString("utf8").split("\n");
  if (exitCode !== 0 && !/not a git repository/i.test(stderr)) {
    throw new HoldpointError("HP-REPO-GIT", stderr.split("\n", 1)[0] ?? "git rev-parse failed");
  }
  if (exitCode !== 0 || inside !== "true") {
    throw new HoldpointError("HP-REPO-NONE", `${JSON.stringify(root)} is not the top folder of a git work tree`);
  }
  if (prefix !== "") {
    throw new HoldpointError("HP-REPO-SUBFOLDER", `the folder is ${JSON.stringify(prefix)} of a larger work tree`);
  }
}

export async function readHead(
  root: string,
  options: GitOptions,
): Promise<{ readonly commit: string; readonly tree: string }> {
  const named = await runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"], options);
  if (named.exitCode !== 0) throw new HoldpointError("HP-REPO-NO-COMMIT", "HEAD names no commit");
  const answer = await askGit(root, ["rev-parse", "--verify", "HEAD^{commit}"], options);
  const commit = answer.toString("utf8").trim();
  const tree = await askGit(root, ["rev-parse", "--verify", `${commit}^{tree}`], options);
  return { commit, tree: tree.toString("utf8").trim() };
}
