import { spawnSync } from "node:child_process";
import type { Probed } from "../../probe.ts";
import { bad, good, warn } from "../../probe.ts";

const TIME_LIMIT_MS = 10_000;

function git(root: string, ...args: string[]): { readonly ok: boolean; readonly text: string } {
  const { status, stdout } = spawnSync("git", ["--no-optional-locks", ...args], {
    cwd: root,
    encoding: "utf8",
    timeout: TIME_LIMIT_MS,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { ok: status === 0, text: (stdout ?? "").trim() };
}

/** git itself, the commit that a candidate would be, and whether our own files would dirty the tree. */
export function probeGit(root: string): Probed[] {
  const version = git(root, "--version");
  if (!version.ok) return [bad("git", "git does not run", "Install git and put it on the PATH.")];
  const found = [good("git", version.text)];
  const commit = git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  if (!commit.ok) {
    return [...found, bad("repository", "there is no commit here", "Run inside a clone that has a commit.")];
  }
  return [...found, good("repository", `commit ${commit.text.slice(0, 12)}`), clean(root), ...ignored(root)];
}

function clean(root: string): Probed {
  const { ok, text } = git(root, "status", "--porcelain");
  if (ok && text === "") return good("clean-tree", "the work tree is what the commit says");
  const count = text.split("\n").length;
  const what = ok ? `${count} paths differ from the commit` : "git cannot tell whether the tree is clean";
  return warn("clean-tree", what, "A dirty tree is judged, but the gate `candidate` holds it.");
}

function ignored(root: string): Probed[] {
  return [".holdpoint", "reports"].map((folder) =>
    git(root, "check-ignore", "--quiet", `${folder}/probe`).ok
      ? good(`ignored-${folder}`, `${folder}/ is ignored by git`)
      : warn(
          `ignored-${folder}`,
          `${folder}/ is not ignored by git`,
          `Add \`${folder}/\` to .gitignore; a run writes there.`,
        ),
  );
}
