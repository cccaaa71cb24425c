import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Config, Gate } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { readConfig } from "../config/read-config.ts";
import { fileGround } from "./load-ground.ts";
import { repositoryRoot } from "./repository-root.ts";

export const CONFIG_FILE = "holdpoint.yaml";

export interface LoadedConfig {
  /** Absolute path of the repository's root. */
  readonly root: string;
  /** Relative to the root. */
  readonly file: string;
  readonly config: Config;
}

/**
 * Finds and reads the configuration of the repository around a folder.
 *
 * @param given path of `--config`, relative to the folder
 * @throws HoldpointError `HP-CONFIG-ABSENT`, and what `readConfig` throws
 */
export function loadConfig(cwd: string, given: string | undefined, gates: readonly Gate[]): LoadedConfig {
  const root = repositoryRoot(cwd);
  const path = given === undefined ? join(root, CONFIG_FILE) : resolve(cwd, given);
  const file = relative(root, path) || path;
  return { root, file, config: readConfig(bytesOf(path, file), file, gates, fileGround(root)) };
}

export function configIsThere(cwd: string, given: string | undefined): boolean {
  return existsSync(given === undefined ? join(repositoryRoot(cwd), CONFIG_FILE) : resolve(cwd, given));
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new HoldpointError("HP-CONFIG-ABSENT", "the file is not there", { file }, cause);
    throw new HoldpointError("HP-CONFIG-SYNTAX", `the file could not be read (${code})`, { file }, cause);
  }
}
