import type { Dirent } from "node:fs";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";

export type PlaceKind = "folder" | "link" | "file" | "bin";

export const PLACES_MAX = 200_000;
const FOLDER = "node_modules";

/**
 * Everything that Node can find as a package, by place and relative to `root`: package folders, links and loose files
 * of every `node_modules`, and each `.bin`. Other names that begin with a dot are tools' caches and left out.
 *
 * @param owners folders, relative to `root`, that may have a `node_modules`: `""` and the repository's own packages
 * @throws HoldpointError `HP-READ-TOO-LARGE` beyond 200,000 places, `HP-READ-FAILED` where reading is refused
 */
export function scanPlaces(root: string, owners: readonly string[]): Map<string, PlaceKind> {
  const places = new Map<string, PlaceKind>();
  const open = owners.map((owner) => (owner === "" ? FOLDER : `${owner}/${FOLDER}`));
  for (let modules = open.pop(); modules !== undefined; modules = open.pop()) {
    for (const { path, kind } of children(root, modules)) {
      if (places.size >= PLACES_MAX)
        throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${PLACES_MAX} packages`, { file: modules });
      places.set(path, kind);
      if (kind !== "folder") continue;
      const inner = `${path}/${FOLDER}`;
      // npm never makes one; followed, it could lead in a circle or out of the repository.
      if (isLink(root, inner)) places.set(inner, "link");
      else open.push(inner);
    }
  }
  return places;
}

interface Place {
  readonly path: string;
  readonly kind: PlaceKind;
}

function children(root: string, modules: string): Place[] {
  return entriesOf(root, modules).flatMap((entry): Place[] => {
    const path = `${modules}/${entry.name}`;
    if (entry.name === ".bin") return [{ path, kind: "bin" }];
    if (entry.name.startsWith(".")) return [];
    if (entry.name.startsWith("@") && entry.isDirectory()) {
      return entriesOf(root, path)
        .filter((inner) => !inner.name.startsWith("."))
        .map((inner) => ({ path: `${path}/${inner.name}`, kind: kindOf(inner) }));
    }
    return [{ path, kind: kindOf(entry) }];
  });
}

function kindOf(entry: Dirent): PlaceKind {
  if (entry.isSymbolicLink()) return "link";
  return entry.isDirectory() ? "folder" : "file";
}

function isLink(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function entriesOf(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new HoldpointError(
      "HP-READ-FAILED",
      `the folder cannot be listed: ${code ?? "unknown"}`,
      { file: folder },
      thrown,
    );
  }
}
