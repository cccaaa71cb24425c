import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { CONFIG_FILE } from "./config-file.ts";

export interface InitFiles {
  readonly config: string | undefined;
  readonly cwd: string;
  readonly force: boolean;
  readonly yaml: string;
  /** Lines to add to `.gitignore`. */
  readonly ignores: readonly string[];
}

/** Writes what init made; returns the paths written, relative to the root. */
export function writeConfig(root: string, { config, cwd, force, yaml, ignores }: InitFiles): string[] {
  const path = config === undefined ? join(root, CONFIG_FILE) : resolve(cwd, config);
  const file = relative(root, path);
  try {
    writeFileSync(path, yaml, { flag: force ? "w" : "wx" });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new HoldpointError("HP-CONFIG-EXISTS", "nothing was written", { file }, cause);
    throw new HoldpointError("HP-USAGE", `the configuration could not be written: ${message}`, { file }, cause);
  }
  if (ignores.length === 0) return [file];
  const gitignore = join(root, ".gitignore");
  const before = existsSync(gitignore) ? readFileSync(gitignore, "utf8") : "";
  appendFileSync(gitignore, `${before === "" || before.endsWith("\n") ? "" : "\n"}${ignores.join("\n")}\n`);
  return [file, ".gitignore"];
}
