import type { JsonObject } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import type { Fail } from "./json-fields.ts";
import { isObject, member, textField, textsField } from "./json-fields.ts";
import { licenceOf } from "./licence.ts";
import type { Ranges } from "./ranges.ts";
import { readRanges } from "./ranges.ts";

/** What a package.json says about its package, as far as a lockfile repeats it. */
export interface Manifest {
  readonly name: string | null;
  readonly version: string | null;
  readonly ranges: Ranges;
  /** Globs of the folders of workspaces. */
  readonly workspaces: readonly string[];
  readonly licence: string | null;
}

export const MANIFEST_SIZE_BYTES_MAX: number = 8 * 1024 * 1024;

/** @throws HoldpointError `HP-READ-*` naming the file when it is not a package.json */
export function readManifest(bytes: Uint8Array, file: string): Manifest {
  const { json, fail } = readManifestObject(bytes, file);
  return {
    name: textField(json, "name", fail),
    version: textField(json, "version", fail),
    ranges: readRanges(json, fail),
    workspaces: workspaceGlobs(json, fail),
    licence: licenceOf(json),
  };
}

/** What an installed package says about itself. */
export interface InstalledPackage {
  readonly name: string | null;
  readonly version: string | null;
  readonly licence: string | null;
  /** It has a script that npm runs when it installs the package. */
  readonly installScript: boolean;
}

const INSTALL_SCRIPTS: readonly string[] = ["preinstall", "install", "postinstall"];

/** Only what is judged: packages of others may be careless about the rest. */
export function readInstalledManifest(bytes: Uint8Array, file: string): InstalledPackage {
  const { json, fail } = readManifestObject(bytes, file);
  const scripts = member(json, "scripts");
  return {
    name: textField(json, "name", fail),
    version: textField(json, "version", fail),
    licence: licenceOf(json),
    installScript: isObject(scripts) && INSTALL_SCRIPTS.some((name) => Boolean(member(scripts, name))),
  };
}

function readManifestObject(bytes: Uint8Array, file: string): { readonly json: JsonObject; readonly fail: Fail } {
  const fail: Fail = (code, detail) => {
    throw new HoldpointError(code, detail, { file });
  };
  const json = readJson(bytes, { file, sizeBytesMax: MANIFEST_SIZE_BYTES_MAX });
  return isObject(json) ? { json, fail } : fail("HP-READ-NOT-THE-FORMAT", "a package.json must be an object");
}

function workspaceGlobs(json: JsonObject, fail: Fail): readonly string[] {
  const workspaces = member(json, "workspaces");
  return isObject(workspaces) ? textsField(workspaces, "packages", fail) : textsField(json, "workspaces", fail);
}
