import { clip } from "../../reading/clip.ts";
import type { GitOptions } from "./run-git.ts";
import { runGit } from "./run-git.ts";

export const DAMAGE_LINES_MAX = 100;
export const FSCK_TIMEOUT_MS = 300_000;
const LINE_CHARS_MAX = 500;

/** What is missing or broken among everything that the commit leads to; empty when it is whole. */
export async function readDamage(root: string, commit: string, options: GitOptions): Promise<string[]> {
  const args = ["fsck", "--connectivity-only", "--no-dangling", "--no-reflogs", "--no-progress", commit];
  const { exitCode, stdout, stderr } = await runGit(root, args, { timeoutMs: FSCK_TIMEOUT_MS, ...options });
  const lines = `${stdout.toString("utf8")}\n${stderr}`
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("notice: "));
  if (exitCode !== 0 && lines.length === 0) lines.push(`git fsck ended with ${exitCode}`);
  return lines.slice(0, DAMAGE_LINES_MAX).map((line) => clip(line, LINE_CHARS_MAX));
}
