import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { HoldpointError } from "@holdpoint/core";

const GIT_TIMEOUT_MS = 30_000;

/** The commit that last changed a tracked file, or null when no commit holds it as it lies in the work tree. */
export async function introducedIn(root: string, path: string): Promise<string | null> {
  const git = async (...args: string[]): Promise<string> => {
    // A file may be called `*`.
    const { stdout } = await promisify(execFile)("git", ["--literal-pathspecs", ...args], {
      cwd: root,
      timeout: GIT_TIMEOUT_MS,
    });
    return stdout.trim();
  };
  try {
    const commit = await git("log", "-1", "--format=%H", "--", path);
    if (commit === "") return null;
    // Not `git diff`, from which `update-index --assume-unchanged` hides a change.
    const committed = await git("ls-tree", "--object-only", "HEAD", "--", path);
    return committed === (await git("hash-object", "--", path)) ? commit : null;
  } catch (cause) {
    throw new HoldpointError("HP-REPO-GIT", (cause as Error).message, { file: path }, cause);
  }
}
