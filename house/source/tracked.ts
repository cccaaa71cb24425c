import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TextFile } from "../rules/text.ts";

const TEXT_SIZE_BYTES_MAX = 1_000_000;

/** Paths that git tracks or would add, relative to the root. */
export function trackedPaths(root: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64_000_000 });
  return [...new Set(listed.split("\0"))].filter((path) => path !== "" && existsSync(join(root, path)));
}

/** Those of them that are text. */
export function trackedTexts(root: string): TextFile[] {
  return trackedPaths(root)
    .filter((path) => statSync(join(root, path)).size <= TEXT_SIZE_BYTES_MAX)
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .filter(({ text }) => !text.includes("\0"));
}
