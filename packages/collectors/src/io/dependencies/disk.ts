import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import type { Disk } from "../../dependencies/installed/compare.ts";
import type { InstalledPackage } from "../../dependencies/manifest.ts";
import { MANIFEST_SIZE_BYTES_MAX, readInstalledManifest } from "../../dependencies/manifest.ts";
import { readInside } from "../read-inside.ts";
import type { PlaceKind } from "./scan-places.ts";

/** Who each installed package says that it is, and where links lead. */
export async function readDisk(folder: string, places: ReadonlyMap<string, PlaceKind>): Promise<Disk> {
  const packages = new Map<string, InstalledPackage>();
  const links = new Map<string, string | null>();
  const root = await realpath(folder);
  for (const [place, kind] of places) {
    if (kind === "link") links.set(place, await targetOf(root, place));
    if (kind !== "folder") continue;
    const file = `${place}/package.json`;
    const bytes = await readInside(folder, file, MANIFEST_SIZE_BYTES_MAX);
    if (bytes === null) continue;
    const found = readInstalledManifest(bytes, file);
    // npm builds a package with this file although it names no script.
    packages.set(place, {
      ...found,
      installScript: found.installScript || existsSync(join(folder, place, "binding.gyp")),
    });
  }
  const named = [...places].filter(([, kind]) => kind !== "bin").map(([place]) => place);
  return { packages, links, places: named };
}

async function targetOf(root: string, place: string): Promise<string | null> {
  try {
    const target = relative(root, await realpath(join(root, place)));
    const isOutside = target === ".." || target.startsWith(`..${sep}`) || isAbsolute(target);
    return isOutside ? null : target.replaceAll(sep, "/");
  } catch {
    return null;
  }
}
