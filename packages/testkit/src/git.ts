import { execFileSync } from "node:child_process";
import type { Ending } from "./scratch.ts";
import { scratch } from "./scratch.ts";

const IDENTITY = {
  GIT_AUTHOR_NAME: "A Tester",
  GIT_AUTHOR_EMAIL: "tester@example.invalid",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "A Tester",
  GIT_COMMITTER_EMAIL: "tester@example.invalid",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
};

/** Runs git in a folder with a fixed identity and no configuration of the machine; returns trimmed stdout. */
export function git(folder: string, ...args: string[]): string {
  const env = { ...process.env, ...IDENTITY };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** A real repository with one commit of the given files. */
export function gitRepository(test: Ending, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = scratch(test, files);
  git(folder, "init", "--quiet", "--initial-branch=main");
  commitAll(folder, "first");
  return folder;
}

export function commitAll(folder: string, message: string): string {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", message);
  return git(folder, "rev-parse", "HEAD");
}
