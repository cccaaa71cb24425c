import { sha256Hex } from "@holdpoint/core";
import type { ArtifactSubject } from "./part.ts";

export const MANIFEST_FILE = "manifest.json";

/** What a folder of artifacts holds, or held before it was pruned. */
export interface ArtifactManifest extends ArtifactSubject {
  readonly schema: "holdpoint/coverage-artifact-manifest/v1";
  /** Name of the folder. */
  readonly name: string;
  /** Sorted by path; the manifest itself is not among them. */
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Relative to the folder. */
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

const COMMIT_DIGITS = 12;

/** `<commit12>-<UTC ms>` */
export function artifactName(commit: string, nowMs: number): string {
  return `${commit.slice(0, COMMIT_DIGITS)}-${nowMs}`;
}

const NAME = /^([0-9a-f]{12})-([0-9]{1,16})$/;

/** When the artifacts of a folder were made, milliseconds since the epoch; null for any other name. */
export function madeAtMs(name: string): number | null {
  const digits = NAME.exec(name)?.[2];
  return digits === undefined ? null : Number(digits);
}

export function artifactManifest(
  name: string,
  subject: ArtifactSubject,
  files: readonly ManifestFile[],
): ArtifactManifest {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  return { schema: "holdpoint/coverage-artifact-manifest/v1", name, ...subject, files: sorted };
}

export function manifestText(manifest: ArtifactManifest): string {
  const { files, ...head } = manifest;
  // One line a file: a manifest of thousands of pages stays readable.
  const lines = files.map((file) => JSON.stringify(file)).join(",\n");
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "files": [\n${lines}\n]}\n`;
}

export function manifestFile(path: string, content: string): ManifestFile {
  return { path, sha256: sha256Hex(content), sizeBytes: Buffer.byteLength(content) };
}

/**
 * Reads a manifest back; null when it is none, or is that of another folder. Only what pruning needs is looked at.
 */
export function readManifest(text: string, name: string): Pick<ArtifactManifest, "name" | "candidate"> | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  const { schema, name: said, candidate } = (document ?? {}) as Partial<ArtifactManifest>;
  if (typeof candidate?.commit !== "string") return null;
  const { commit } = candidate;
  const isOwn = schema === "holdpoint/coverage-artifact-manifest/v1" && said === name;
  return isOwn && commit.slice(0, COMMIT_DIGITS) === name.slice(0, COMMIT_DIGITS) ? { name, candidate } : null;
}
