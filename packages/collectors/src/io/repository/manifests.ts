import type { Changelog, EvidenceInput, RepositoryBody } from "@holdpoint/core";
import { compileGlob, sha256Hex } from "@holdpoint/core";
import { assertUtf8Text } from "../../reading/utf8.ts";
import { readChangelog } from "../../repository/changelog.ts";
import { MANIFEST_SIZE_BYTES_MAX, readVersion } from "../../repository/versions/read-version.ts";
import { readInside } from "../read-inside.ts";

export const CHANGELOG_SIZE_BYTES_MAX: number = 16 * 1024 * 1024;

type Versions = RepositoryBody["versions"];

/** Versions of the manifests that the globs fit; a glob that fits no tracked file stands there without a version. */
export async function readVersions(
  root: string,
  globs: readonly string[],
  tracked: readonly string[],
  inputs: EvidenceInput[],
): Promise<Versions> {
  const found = new Map<string, string | null>();
  for (const glob of globs) {
    const fits = compileGlob(glob);
    const files = tracked.filter(fits);
    if (files.length === 0) found.set(glob, null);
    for (const file of files) {
      if (!found.has(file)) found.set(file, await readOne(root, file, inputs));
    }
  }
  return [...found].map(([file, version]) => ({ file, version }));
}

async function readOne(root: string, file: string, inputs: EvidenceInput[]): Promise<string | null> {
  const bytes = await readInside(root, file, MANIFEST_SIZE_BYTES_MAX);
  if (bytes === null) return null;
  inputs.push({ name: file, sha256: sha256Hex(bytes) });
  return readVersion(bytes, file);
}

/** The newest entry; a changelog that is not there has neither version nor text. */
export async function readChangelogFile(root: string, file: string, inputs: EvidenceInput[]): Promise<Changelog> {
  const bytes = await readInside(root, file, CHANGELOG_SIZE_BYTES_MAX);
  if (bytes === null) return { file, version: null, line: null, sizeChars: 0 };
  inputs.push({ name: file, sha256: sha256Hex(bytes) });
  assertUtf8Text(bytes, file);
  return readChangelog(bytes.toString("utf8"), file);
}
