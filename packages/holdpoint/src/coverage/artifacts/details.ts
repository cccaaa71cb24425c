import type { FileCounts, PathResolver, ReadCoverage } from "@holdpoint/collectors";
import { mergeFileCounts, resolveReported } from "@holdpoint/collectors";
import type { CoverageFile } from "@holdpoint/core";
import { sourceMarks } from "./marks.ts";
import type { ArtifactFile } from "./part.ts";

/** What one report says of each of its files, by path in the repository, its shards merged. */
export type ReportDetails = ReadonlyMap<string, FileCounts>;

/** The same files as the report's evidence counts, with the lines that evidence leaves out. */
export function reportDetails(
  reads: readonly ReadCoverage[],
  resolver: PathResolver,
  counted: ReadonlySet<string>,
): ReportDetails {
  const details = new Map<string, FileCounts>();
  for (const read of reads) {
    const { resolved } = resolveReported(read, resolver);
    for (const [reported, counts] of read.files) {
      const path = resolved.get(reported);
      if (path === undefined || !counted.has(path)) continue;
      const before = details.get(path);
      details.set(path, before === undefined ? counts : mergeFileCounts(before, counts));
    }
  }
  return details;
}

/** Files as they are judged, each with the marks of its source. */
export function artifactFiles(
  files: readonly CoverageFile[],
  reports: readonly ReportDetails[],
): readonly ArtifactFile[] {
  return files.map((counts) => {
    const each = reports.flatMap((report) => report.get(counts.path) ?? []);
    const [first, ...others] = each;
    if (first === undefined) return { path: counts.path, counts, marks: null };
    const merged = others.reduce((sum, other) => mergeFileCounts(sum, other), first);
    return { path: counts.path, counts, marks: sourceMarks(merged, each) };
  });
}
