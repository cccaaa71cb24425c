import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Submodule } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { GitOptions } from "./run-git.ts";
import { askGit, nulFields, runGit } from "./run-git.ts";

export const SUBMODULES_MAX = 1000;
const DEPTH_MAX = 10;

interface Link {
  readonly path: string;
  readonly commit: string;
  readonly isConflict: boolean;
}

/** Every submodule, also those of submodules, against the commit that its parent's index names. */
export async function readSubmodules(root: string, options: GitOptions): Promise<Submodule[]> {
  const found: Submodule[] = [];
  await readInto(found, root, "", DEPTH_MAX, options);
  return found;
}

async function readInto(
  found: Submodule[],
  folder: string,
  prefix: string,
  depthLeft: number,
  options: GitOptions,
): Promise<void> {
  for (const link of await readLinks(folder, options)) {
    if (found.length === SUBMODULES_MAX || depthLeft === 0) {
      throw new HoldpointError("HP-REPO-GIT", `more than ${SUBMODULES_MAX} submodules, or deeper than ${DEPTH_MAX}`);
    }
    const inner = join(folder, link.path);
    const state = await stateOf(link, inner, options);
    found.push({ path: prefix + link.path, state });
    if (state !== "absent") await readInto(found, inner, `${prefix}${link.path}/`, depthLeft - 1, options);
  }
}

async function readLinks(folder: string, options: GitOptions): Promise<Link[]> {
  const links = new Map<string, Link>();
  for (const field of nulFields(await askGit(folder, ["ls-files", "--stage", "-z"], options))) {
    const [, commit = "", stage, path = ""] = /^160000 ([0-9a-f]+) ([0-3])\t(.*)$/s.exec(field) ?? [];
    if (path !== "") links.set(path, { path, commit, isConflict: stage !== "0" });
  }
  return [...links.values()];
}

async function stateOf(link: Link, inner: string, options: GitOptions): Promise<Submodule["state"]> {
  if (link.isConflict) return existsSync(join(inner, ".git")) ? "conflict" : "absent";
  if (!existsSync(join(inner, ".git"))) return "absent";
  const { exitCode, stdout } = await runGit(inner, ["rev-parse", "--verify", "--quiet", "HEAD"], options);
  return exitCode === 0 && stdout.toString("utf8").trim() === link.commit ? "clean" : "moved";
}
