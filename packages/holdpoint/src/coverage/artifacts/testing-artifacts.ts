import { assembleReport, Interner, PathResolver, readCoverageFile } from "@holdpoint/collectors";
import type { ComponentConfig } from "@holdpoint/core";
import { measuredFiles } from "@holdpoint/core";
import { artifactFiles, reportDetails } from "./details.ts";
import type { SourceMarks } from "./marks.ts";
import type { ArtifactFile, ArtifactPart, ArtifactSubject } from "./part.ts";
import { artifactParts } from "./part.ts";

export const SUBJECT: ArtifactSubject = {
  candidate: {
    service: "trial",
    commit: "a1".repeat(20),
    tree: "b2".repeat(20),
    dirty: false,
    environment: "release",
  },
  measuredAt: "2026-03-14T09:00:00.000Z",
  createdAt: "2026-03-14T09:26:10.000Z",
};

/** Lines as they are written in a test: `1:3 2:0 4:1` is line and hits; branches `2:1/2` are line, taken, of all. */
export function marksOf(lines: string, branches = "", functions = ""): SourceMarks {
  const pairs = lines.split(" ").filter((one) => one !== "");
  const numbers = pairs.map((pair) => pair.split(":").map(Number));
  const hits = Float64Array.from(numbers.map(([, count = 0]) => count));
  return {
    lines: Uint32Array.from(numbers.map(([line = 0]) => line)),
    covered: Uint8Array.from(hits, (count) => (count > 0 ? 1 : 0)),
    hits,
    branches: countsOf(branches),
    functions: countsOf(functions),
  };
}

function countsOf(text: string): SourceMarks["branches"] {
  const all = text.split(" ").filter((one) => one !== "");
  return new Map(
    all.map((one) => {
      const [line = 0, covered = 0, total = 0] = one.split(/[:/]/).map(Number);
      return [line, { covered, total }];
    }),
  );
}

export function artifactFile(path: string, marks: SourceMarks | null): ArtifactFile {
  const covered = marks === null ? 0 : marks.covered.reduce((sum, one) => sum + one, 0);
  const lines = marks === null ? { covered: 3, total: 4 } : { covered, total: marks.lines.length };
  const sum = (counts: SourceMarks["branches"]): { covered: number; total: number } | null =>
    counts.size === 0
      ? null
      : {
          covered: [...counts.values()].reduce((all, one) => all + one.covered, 0),
          total: [...counts.values()].reduce((all, one) => all + one.total, 0),
        };
  const named = (isHit: number): string =>
    marks === null ? "" : [...marks.lines].filter((_, at) => marks.covered[at] === isHit).join(",");
  const counts = {
    path,
    resolved: true,
    lines,
    branches: marks === null ? null : sum(marks.branches),
    functions: marks === null ? null : sum(marks.functions),
    statements: null,
    regions: null,
    coveredLines: named(1),
    uncoveredLines: named(0),
  };
  return { path, counts, marks };
}

export function wholeOf(files: readonly ArtifactFile[], unmeasured: readonly string[] = []): ArtifactPart {
  const [whole] = artifactParts(files, unmeasured, []);
  if (whole === undefined) throw new TypeError("there is always the whole");
  return whole;
}

export function component(
  id: string,
  paths: readonly string[],
  change: Partial<ComponentConfig> = {},
): ComponentConfig {
  const none = { floors: {}, maxUncovered: {}, shards: [], tags: [], critical: false, advisoryUntil: null };
  return { id, paths, ...none, ...change };
}

/** The whole of one report on disk, every path of it taken as tracked. */
export async function wholeOfReport(file: string): Promise<ArtifactPart> {
  const signal = new AbortController().signal;
  const terms = { name: "report", format: "auto", interner: new Interner(), signal } as const;
  const { format, read } = await readCoverageFile(file, terms);
  const tracked = [...read.files.keys()].map((path) => path.replace(/^\/+/, ""));
  const report = { id: "one", format, files: [], shard: null, context: null };
  const places = { source: ["**"], exclude: [], contexts: [], root: "/none", tracked };
  const body = assembleReport([read], { report, format, ...places });
  const counted = new Set(body.files.map(({ path }) => path));
  const details = reportDetails([read], new PathResolver(tracked, "/none"), counted);
  return wholeOf(artifactFiles(measuredFiles([body]), [details]));
}
