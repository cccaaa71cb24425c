import { join } from "node:path";
import type { JsonObject } from "@holdpoint/core";
import { sha256Hex } from "@holdpoint/core";
import { githubAnnotations, gitlabCodeQuality } from "../coverage/artifacts/annotations.ts";
import { badgeSvg } from "../coverage/artifacts/badge.ts";
import { coberturaXml } from "../coverage/artifacts/cobertura.ts";
import { commentMarkdown } from "../coverage/artifacts/comment.ts";
import type { ArtifactComparison } from "../coverage/artifacts/comparison.ts";
import { sitePages } from "../coverage/artifacts/html/site.ts";
import { coverageArtifact } from "../coverage/artifacts/json.ts";
import type { ManifestFile } from "../coverage/artifacts/manifest.ts";
import { artifactManifest, artifactName, manifestFile, manifestText } from "../coverage/artifacts/manifest.ts";
import type { ArtifactPart } from "../coverage/artifacts/part.ts";
import { WHOLE } from "../coverage/artifacts/part.ts";
import { sonarXml } from "../coverage/artifacts/sonar.ts";
import type { SummaryRow } from "../coverage/artifacts/summary.ts";
import { summaryMarkdown } from "../coverage/artifacts/summary.ts";
import type { Host } from "../host.ts";
import type { LoadedConfig } from "./config-file.ts";
import { ArtifactFolder } from "./coverage-artifacts-folder.ts";
import type { ArtifactInput } from "./coverage-artifacts-input.ts";
import { appendArtifactRecord, ARTIFACT_RECORD_KIND } from "./coverage-artifacts-ledger.ts";
import { sourceReader } from "./coverage-artifacts-source.ts";

export interface ArtifactContent extends ArtifactInput {
  readonly parts: readonly ArtifactPart[];
  readonly rows: readonly SummaryRow[];
  readonly comparison: ArtifactComparison;
}

export interface WriteTerms {
  /** Absolute path of the folder of all artifacts. */
  readonly parent: string;
  readonly withHtml: boolean;
  readonly dryRun: boolean;
  readonly version: string;
  readonly keyFile?: string;
}

export interface WrittenArtifacts {
  /** Absolute path. */
  readonly folder: string;
  readonly manifestSha256: string;
  readonly files: readonly ManifestFile[];
  /** Index of the ledger record; null for a dry run. */
  readonly record: number | null;
  readonly summary: string;
}

/** Writes one set of artifacts whole or not at all; its digests are in the ledger before it can be seen. */
export async function writeArtifacts(
  host: Host,
  { root }: LoadedConfig,
  content: ArtifactContent,
  terms: WriteTerms,
): Promise<WrittenArtifacts> {
  const { subject, candidate } = content;
  const { parent, dryRun, keyFile } = terms;
  const name = artifactName(candidate.commit, Date.parse(subject.createdAt));
  const summary = summaryMarkdown(content.rows, subject);
  const pages = sitePagesOf(root, content, terms);
  const all = (): Iterable<readonly [string, string]> => allFiles(content, terms, summary, pages);
  const folder = join(parent, name);
  if (dryRun) {
    const files = [...all()].map(([path, text]) => manifestFile(path, text));
    const manifest = manifestText(artifactManifest(name, subject, files));
    return { folder, manifestSha256: sha256Hex(manifest), files, record: null, summary };
  }
  const place = new ArtifactFolder(parent, name);
  try {
    for (const [path, text] of all()) {
      host.signal.throwIfAborted();
      place.write(path, text);
    }
    const { files } = place;
    const manifest = manifestText(artifactManifest(name, subject, files));
    const manifestSha256 = sha256Hex(manifest);
    const ledger = { root, candidate, nowMs: host.nowMs, ...(keyFile === undefined ? {} : { keyFile }) };
    const record = await appendArtifactRecord(
      ledger,
      ARTIFACT_RECORD_KIND,
      recordBody(name, content, manifestSha256, files),
    );
    place.publish(manifest);
    return { folder, manifestSha256, files, record, summary };
  } finally {
    place.discard();
  }
}

/** The manifest, whose digest is here, vouches for the thousands of pages; the other files stand here themselves. */
function recordBody(
  name: string,
  { subject, parts }: ArtifactContent,
  manifestSha256: string,
  files: readonly ManifestFile[],
): JsonObject {
  const [whole] = parts;
  return {
    name,
    candidate: { ...subject.candidate },
    measuredAt: subject.measuredAt,
    totals: JSON.parse(JSON.stringify(whole?.totals ?? {})) as JsonObject,
    manifestSha256,
    fileCount: files.length,
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    files: files.filter(({ path }) => !path.includes("/html/")).map((file) => ({ ...file })),
  };
}

function* allFiles(
  { subject, parts, rows, comparison }: ArtifactContent,
  { version }: WriteTerms,
  summary: string,
  pages: Iterable<readonly [string, string]>,
): Generator<readonly [path: string, content: string]> {
  yield ["summary.json", `${JSON.stringify({ schema: "holdpoint/coverage-summary/v1", ...subject, rows }, null, 1)}\n`];
  yield ["summary.md", summary];
  yield ["comment.md", commentMarkdown(rows, comparison, subject)];
  yield ["annotations.github.txt", githubAnnotations(comparison.patch)];
  yield ["gitlab-codequality.json", gitlabCodeQuality(comparison.patch)];
  for (const part of parts) {
    const { id, totals } = part;
    yield [`${id}/coverage.xml`, coberturaXml(part, subject, version)];
    yield [`${id}/coverage.json`, `${JSON.stringify(coverageArtifact(part, subject))}\n`];
    yield [`${id}/sonar.xml`, sonarXml(part)];
    yield [`${id}/badge.svg`, badgeSvg(id === WHOLE ? "coverage" : `coverage ${id}`, totals.lines)];
  }
  yield* pages;
}

function sitePagesOf(
  root: string,
  { parts, subject, measuredAtMs }: ArtifactContent,
  { withHtml }: WriteTerms,
): Iterable<readonly [string, string]> {
  return withHtml ? sitePages(parts, subject, sourceReader(root, measuredAtMs)) : [];
}
