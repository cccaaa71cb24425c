import type { DirectDependency } from "@holdpoint/core";
import { isExact } from "./exact.ts";
import { lookupPaths } from "./lockfile/package-path.ts";
import type { Lockfile } from "./lockfile/read-lockfile.ts";
import type { OwnPackage } from "./own-packages.ts";
import { manifestPath } from "./own-packages.ts";
import { DEPENDENCY_TYPES } from "./ranges.ts";

/** Every range that a manifest of the repository names, with the version that the lockfile holds for it. */
export function directDependencies(own: readonly OwnPackage[], lockfile: Lockfile): DirectDependency[] {
  return own.flatMap(({ path, manifest }) =>
    DEPENDENCY_TYPES.flatMap((type) =>
      [...(manifest?.ranges[type] ?? [])].map(([name, range]): DirectDependency => {
        const found = lookupPaths(path, name)
          .map((place) => lockfile.entries.get(place))
          .find((entry) => entry !== undefined);
        const target = found?.link === true ? lockfile.entries.get(found.resolved ?? "") : found;
        return {
          manifest: manifestPath(path),
          name,
          range,
          exact: isExact(range) || found?.link === true,
          type,
          locked: found === undefined ? null : (target?.version ?? ""),
        };
      }),
    ),
  );
}
