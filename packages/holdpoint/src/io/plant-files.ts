import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What live plants do to real folders. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Rewrites a file by a function of its bytes; a plant that changes nothing would prove nothing, so it throws. */
export function editFile(folder: string, path: string, edit: (bytes: Buffer) => Uint8Array | string): void {
  const file = join(folder, path);
  const before = readFileSync(file);
  const after = Buffer.from(edit(Buffer.from(before)));
  if (after.equals(before)) throw new Error(`editing ${path} changed nothing`);
  writeFileSync(file, after);
}

/** Makes a file so many milliseconds older than it would be if it were written now. */
export function ageFile(folder: string, path: string, agoMs: number): void {
  const at = new Date(Date.now() - agoMs);
  utimesSync(join(folder, path), at, at);
}

/** Milliseconds since the epoch, so many ago. */
export function instantMs(agoMs: number): number {
  return Date.now() - agoMs;
}

export function readFile(folder: string, path: string): string | null {
  try {
    return readFileSync(join(folder, path), "utf8");
  } catch {
    return null;
  }
}

export function namesIn(folder: string, path: string): string[] {
  return readdirSync(join(folder, path)).sort();
}

export function removeFile(folder: string, path: string): void {
  rmSync(join(folder, path));
}

export function changeMode(folder: string, path: string, mode: number): void {
  chmodSync(join(folder, path), mode);
}

const GIT_TIMEOUT_MS = 30_000;
const IDENTITY = [
  "-c",
  "user.name=Holdpoint",
  "-c",
  "user.email=selftest@holdpoint.invalid",
  "-c",
  "commit.gpgsign=false",
];

/** A hook of git's sets `GIT_DIR` and the like; a planted repository must not be mistaken for that one. */
function withoutGit(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
}

export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", [...IDENTITY, ...args], {
    cwd: folder,
    env: withoutGit(),
    encoding: "utf8",
    timeout: GIT_TIMEOUT_MS,
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** Makes a repository of the folder with everything in it committed. */
export function commitAll(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "sound");
}

/** A folder of its own for the function, removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-selftest-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
