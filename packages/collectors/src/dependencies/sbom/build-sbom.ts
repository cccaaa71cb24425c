import type { JsonObject, LockedPackage } from "@holdpoint/core";
import { isInstalledPath, lookupPaths } from "../lockfile/package-path.ts";
import type { Lockfile } from "../lockfile/read-lockfile.ts";
import { DEPENDENCY_TYPES } from "../ranges.ts";
import { hashesOf } from "./hashes.ts";
import { licencesOf } from "./licences.ts";
import { purlOf } from "./purl.ts";

const ROOT_REF = "root";

/**
 * CycloneDX 1.6 document of everything that a lockfile names, one component for each place in the tree, with who needs
 * whom. No clock and no random serial number: the same lockfile gives the same bytes.
 *
 * @param packages as they stand in the evidence
 * @example
 * const sbom = buildSbom(lockfile, packages); // { bomFormat: "CycloneDX", specVersion: "1.6", version: 1, … }
 */
export function buildSbom(lockfile: Lockfile, packages: readonly LockedPackage[]): JsonObject {
  const sorted = packages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const root = lockfile.entries.get("");
  const name = root?.name ?? lockfile.name ?? ROOT_REF;
  const version = root?.version ?? null;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": ROOT_REF, name, ...(version === null ? {} : { version }) },
    },
    components: sorted.flatMap((one) => component(one, lockfile)),
    dependencies: dependencies(lockfile),
  };
}

function component(one: LockedPackage, lockfile: Lockfile): JsonObject[] {
  const entry = lockfile.entries.get(one.path);
  if (entry === undefined) return [];
  const [scope, bare] = one.name.startsWith("@") ? one.name.split("/", 2) : [undefined, one.name];
  const hashes = hashesOf(entry.integrity).map((hash) => ({ ...hash }));
  const licences = licencesOf(one.licence).map((licence) => ({ ...licence })) as JsonObject[];
  return [
    {
      type: "library",
      "bom-ref": one.path,
      ...(scope === undefined ? {} : { group: scope }),
      name: bare ?? one.name,
      version: one.version,
      scope: one.optional || one.dev ? "optional" : "required",
      ...(hashes.length === 0 ? {} : { hashes }),
      ...(licences.length === 0 ? {} : { licenses: licences }),
      purl: purlOf(entry),
    },
  ];
}

/** Edges between components; links to the repository's own packages are followed to what those need. */
function dependencies(lockfile: Lockfile): JsonObject[] {
  const edges = new Map<string, Set<string>>([[ROOT_REF, new Set()]]);
  for (const entry of lockfile.entries.values()) {
    if (entry.link) continue;
    const isOwn = !isInstalledPath(entry.path);
    const ref = isOwn ? ROOT_REF : entry.path;
    const needed = edges.get(ref) ?? new Set<string>();
    edges.set(ref, needed);
    for (const type of DEPENDENCY_TYPES) {
      if (type === "devDependencies" && !isOwn) continue;
      for (const name of entry.ranges[type].keys()) {
        const found = lookupPaths(entry.path, name)
          .map((path) => lockfile.entries.get(path))
          .find((one) => one !== undefined);
        if (found !== undefined && !found.link) needed.add(found.path);
      }
    }
  }
  return [...edges]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([ref, needed]) => ({ ref, dependsOn: [...needed].sort() }));
}
