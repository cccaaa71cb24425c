import type { EvidenceInput } from "@holdpoint/core";
import { HoldpointError, sha256Hex } from "@holdpoint/core";
import type { Lockfile } from "../../dependencies/lockfile/read-lockfile.ts";
import type { Manifest } from "../../dependencies/manifest.ts";
import { MANIFEST_SIZE_BYTES_MAX, readManifest } from "../../dependencies/manifest.ts";
import type { OwnPackage } from "../../dependencies/own-packages.ts";
import { manifestPath, ownPaths } from "../../dependencies/own-packages.ts";
import { workspaceFolders } from "../../dependencies/workspaces.ts";
import { askGit, nulFields } from "../repository/run-git.ts";
import { readInside } from "../read-inside.ts";

const SUFFIX = "/package.json";

/** The root, everything that the lockfile calls the repository's own, and workspaces that it does not know. */
export async function readOwnPackages(
  folder: string,
  lockfile: Lockfile,
  inputs: EvidenceInput[],
  signal: AbortSignal,
): Promise<OwnPackage[]> {
  const root = await readOne(folder, "", inputs);
  if (root === null)
    throw new HoldpointError("HP-READ-ABSENT", "there is no manifest beside the lockfile", { file: "package.json" });
  const tracked = await trackedFolders(folder, signal);
  const workspaces = workspaceFolders(root.workspaces, tracked, "package.json");
  const paths = new Set([...ownPaths(lockfile), ...workspaces]);
  const own: OwnPackage[] = [];
  for (const path of paths) {
    const manifest = path === "" ? root : await readOne(folder, path, inputs);
    own.push({ path, entry: lockfile.entries.get(path) ?? null, manifest });
  }
  return own;
}

async function readOne(folder: string, path: string, inputs: EvidenceInput[]): Promise<Manifest | null> {
  const file = manifestPath(path);
  const bytes = await readInside(folder, file, MANIFEST_SIZE_BYTES_MAX);
  if (bytes === null) return null;
  inputs.push({ name: file, sha256: sha256Hex(bytes) });
  return readManifest(bytes, file);
}

/** Folders below the lockfile's that hold a tracked package.json. */
async function trackedFolders(folder: string, signal: AbortSignal): Promise<string[]> {
  const files = nulFields(await askGit(folder, ["ls-files", "-z"], { signal }));
  return files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));
}
