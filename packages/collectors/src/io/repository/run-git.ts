import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { HoldpointError } from "@holdpoint/core";

export interface GitOptions {
  readonly timeoutMs?: number;
  readonly stdoutSizeBytesMax?: number;
  readonly signal?: AbortSignal;
}

export interface GitAnswer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** The first 4,096 characters. */
  readonly stderr: string;
}

export const GIT_TIMEOUT_MS = 60_000;
export const GIT_STDOUT_SIZE_BYTES_MAX: number = 256 * 1024 * 1024;
const STDERR_CHARS_MAX = 4096;

/** What a machine's or a repository's configuration could use to hide a change from git, set back. */
const SETTINGS: readonly string[] = [
  "core.fsmonitor=false",
  "core.untrackedCache=false",
  "core.trustctime=true",
  "core.checkStat=default",
  "core.ignoreStat=false",
  "core.quotePath=false",
  "core.preloadIndex=true",
  `core.hooksPath=${devNull}`,
  "status.showUntrackedFiles=all",
  "diff.ignoreSubmodules=none",
  "log.showSignature=false",
].flatMap((setting) => ["-c", setting]);

/**
 * Runs git in a folder: no shell, no locks, no replaced objects, no network, none of the caller's `GIT_*` variables.
 *
 * @throws HoldpointError `HP-REPO-GIT` when git cannot be started, takes too long or says too much
 */
export function runGit(folder: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  const { timeoutMs = GIT_TIMEOUT_MS, stdoutSizeBytesMax = GIT_STDOUT_SIZE_BYTES_MAX, signal } = options;
  const failed = (detail: string, cause?: unknown): HoldpointError =>
    new HoldpointError("HP-REPO-GIT", `git ${args.slice(0, 3).join(" ")}: ${detail}`, {}, cause);
  return new Promise((resolve, reject) => {
    const all = ["--no-optional-locks", "--no-replace-objects", "--literal-pathspecs", ...SETTINGS, ...args];
    const child = spawn("git", all, { cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"], signal });
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    let stderr = "";
    let trouble: HoldpointError | null = null;
    const end = (detail: string): void => {
      trouble ??= failed(detail);
      child.kill("SIGKILL");
      // A filter that git started may live on and hold the pipes open.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const timer = setTimeout(() => end(`no answer within ${timeoutMs} ms`), timeoutMs);
    child.stdout.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > stdoutSizeBytesMax) end(`more than ${stdoutSizeBytesMax} bytes of answer`);
      else chunks.push(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (stderr.length < STDERR_CHARS_MAX) stderr = (stderr + text).slice(0, STDERR_CHARS_MAX);
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(failed("code" in error && error.code === "ENOENT" ? startProblem(folder) : error.message, error));
    });
    child.on("close", (exitCode, killedBy) => {
      clearTimeout(timer);
      if (trouble !== null) reject(trouble);
      else if (exitCode === null) reject(failed(`ended by ${killedBy ?? "a signal"}`));
      else resolve({ exitCode, stdout: Buffer.concat(chunks), stderr });
    });
  });
}

/** The same, for a question that git must be able to answer. */
export async function askGit(folder: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await runGit(folder, args, options);
  if (exitCode === 0) return stdout;
  const said = stderr.split("\n", 1)[0] ?? "";
  throw new HoldpointError("HP-REPO-GIT", `git ${args.slice(0, 3).join(" ")} ended with ${exitCode}: ${said}`);
}

/** Fields that git ended with NUL each. */
export function nulFields(bytes: Buffer): string[] {
  const fields = bytes.toString("utf8").split("\0");
  if (fields.at(-1) === "") fields.pop();
  return fields;
}

function startProblem(folder: string): string {
  return `it cannot be started in ${JSON.stringify(folder)}; is git on the PATH, and the folder there?`;
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("GIT_"));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
  };
}
