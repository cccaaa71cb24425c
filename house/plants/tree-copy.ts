import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { ROOT } from "../../scripts/root.ts";

const LEFT_OUT = new Set([".git", ".holdpoint", "node_modules", "reports", "dist"]);
const WORKSPACES = new Set(["@holdpoint", "holdpoint"]);

/** The whole repository as it is now, with the installed packages of others, and with its own workspaces linked. */
export function treeCopy(test: Ending): string {
  const folder = scratch(test);
  for (const name of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: isSource });
  }
  mkdirSync(join(folder, "node_modules", "@holdpoint"), { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (!WORKSPACES.has(name)) symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  for (const name of readdirSync(join(folder, "packages"))) {
    const link = name === "holdpoint" ? name : join("@holdpoint", name);
    symlinkSync(join(folder, "packages", name), join(folder, "node_modules", link));
  }
  return folder;
}

function isSource(path: string): boolean {
  return !LEFT_OUT.has(path.split(/[/\\]/).at(-1) ?? "");
}
