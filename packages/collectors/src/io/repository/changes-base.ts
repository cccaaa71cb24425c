import type { ChangesBase } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { GitOptions } from "./run-git.ts";
import { askGit, runGit } from "./run-git.ts";

/**
 * The commit that changes are counted from. What was promoted last is compared as it was, wherever it is in history.
 * A named commit stands for the place where the candidate left it, so that what others did there since is no change
 * of the candidate's.
 *
 * @throws HoldpointError `HP-REPO-BASE` for a name that is no commit here, or one without common history;
 * `HP-REPO-SHALLOW` where the clone is too shallow to tell
 */
export async function resolveBase(
  root: string,
  base: ChangesBase,
  candidate: string,
  options: GitOptions,
): Promise<ChangesBase> {
  const commit = await commitOf(root, base, options);
  if (base.from === "last-promoted") return { ...base, commit };
  const { exitCode, stdout } = await runGit(root, ["merge-base", commit, candidate], options);
  const fork = stdout.toString("utf8").trim();
  if (exitCode === 0 && fork !== "") return { ...base, commit: fork };
  throw await unreachable(root, `${shown(base)} has no history in common with the candidate`, options);
}

async function commitOf(root: string, base: ChangesBase, options: GitOptions): Promise<string> {
  const { commit: name } = base;
  // Git would take it for an option.
  const isName = name !== "" && !name.startsWith("-");
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const { exitCode, stdout } = isName ? await runGit(root, args, options) : { exitCode: 1, stdout: "" };
  const commit = stdout.toString("utf8").trim();
  if (exitCode === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  throw await unreachable(root, `${shown(base)} is no commit of this clone`, options);
}

async function unreachable(root: string, detail: string, options: GitOptions): Promise<HoldpointError> {
  const shallow = await askGit(root, ["rev-parse", "--is-shallow-repository"], options);
  const isWhole = shallow.toString("utf8").trim() === "false";
  return new HoldpointError(isWhole ? "HP-REPO-BASE" : "HP-REPO-SHALLOW", detail);
}

function shown({ commit, from }: ChangesBase): string {
  return from === "option" ? JSON.stringify(commit) : `the last promotion's commit ${commit}`;
}
