import { existsSync } from "node:fs";
import { join } from "node:path";
import type { GitOptions } from "./run-git.ts";
import { askGit } from "./run-git.ts";

/** What git leaves in its folder while an operation is under way. */
const TRACES: readonly (readonly [file: string, operation: string])[] = [
  ["rebase-merge", "rebase"],
  ["rebase-apply/applying", "am"],
  ["rebase-apply", "rebase"],
  ["MERGE_HEAD", "merge"],
  ["CHERRY_PICK_HEAD", "cherry-pick"],
  ["REVERT_HEAD", "revert"],
  ["BISECT_LOG", "bisect"],
  ["sequencer", "sequence"],
];

/** The operation that was begun in this work tree and not ended, or null. */
export async function readOperation(root: string, options: GitOptions): Promise<string | null> {
  const answer = await askGit(root, ["rev-parse", "--absolute-git-dir"], options);
  const folder = answer.toString("utf8").replace(/\n$/, "");
  return TRACES.find(([file]) => existsSync(join(folder, file)))?.[1] ?? null;
}
