import type { DirectDependency, JsonObject } from "@holdpoint/core";
import type { Fail } from "./json-fields.ts";
import { textMapField } from "./json-fields.ts";

export type DependencyType = DirectDependency["type"];

export const DEPENDENCY_TYPES: readonly DependencyType[] = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
];

/** By type, the range of each package that is asked for. */
export type Ranges = Readonly<Record<DependencyType, ReadonlyMap<string, string>>>;

/** Ranges of a manifest or of its copy in the lockfile; what is optional as well counts as optional only, as in npm. */
export function readRanges(object: JsonObject, fail: Fail): Ranges {
  const optionalDependencies = textMapField(object, "optionalDependencies", fail);
  const all = textMapField(object, "dependencies", fail);
  return {
    dependencies: new Map([...all].filter(([name]) => !optionalDependencies.has(name))),
    devDependencies: textMapField(object, "devDependencies", fail),
    optionalDependencies,
    peerDependencies: textMapField(object, "peerDependencies", fail),
  };
}
