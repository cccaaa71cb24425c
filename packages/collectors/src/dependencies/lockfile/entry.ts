import type { JsonObject } from "@holdpoint/core";
import type { Fail } from "../json-fields.ts";
import { flagField, textField, textsField } from "../json-fields.ts";
import { licenceOf } from "../licence.ts";
import type { Ranges } from "../ranges.ts";
import { readRanges } from "../ranges.ts";
import { pathProblem } from "./package-path.ts";

/** One member of `packages` of an npm lockfile. */
export interface LockEntry {
  /** `""` for the root, `packages/a` for a package of the repository, else a place in `node_modules`. */
  readonly path: string;
  /** Only where it differs from what the path says. */
  readonly name: string | null;
  readonly version: string | null;
  readonly resolved: string | null;
  readonly integrity: string | null;
  /** A symbolic link to `resolved`, a package of the repository. */
  readonly link: boolean;
  readonly licence: string | null;
  readonly installScript: boolean;
  readonly dev: boolean;
  readonly optional: boolean;
  readonly devOptional: boolean;
  /** It came inside of its parent's archive. */
  readonly bundled: boolean;
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly ranges: Ranges;
  readonly workspaces: readonly string[];
}

export function readEntry(path: string, json: JsonObject, fail: Fail): LockEntry {
  const problem = pathProblem(path);
  if (problem !== null) fail("HP-READ-PATH", `the path ${JSON.stringify(path)} ${problem}`);
  const link = flagField(json, "link", fail);
  const resolved = textField(json, "resolved", fail);
  const target = link ? pathProblem(resolved ?? "..") : null;
  if (target !== null)
    fail("HP-READ-PATH", `the link ${JSON.stringify(path)} to ${JSON.stringify(resolved)} ${target}`);
  return {
    path,
    name: textField(json, "name", fail),
    version: textField(json, "version", fail),
    resolved,
    integrity: textField(json, "integrity", fail),
    link,
    licence: licenceOf(json),
    installScript: flagField(json, "hasInstallScript", fail),
    dev: flagField(json, "dev", fail),
    optional: flagField(json, "optional", fail),
    devOptional: flagField(json, "devOptional", fail),
    bundled: flagField(json, "inBundle", fail),
    os: textsField(json, "os", fail),
    cpu: textsField(json, "cpu", fail),
    ranges: readRanges(json, fail),
    workspaces: textsField(json, "workspaces", fail),
  };
}
