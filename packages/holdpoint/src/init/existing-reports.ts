import { testFormatOf } from "@holdpoint/collectors";
import { parse } from "yaml";
import type { CoverageDraft, SuiteDraft } from "./detected.ts";
import type { Repository } from "./repository.ts";
import { asObject, hasFile } from "./repository.ts";

/** Reports that an earlier run or another tool left in the work tree, or that the CI file says it leaves. */
export interface ExistingReports {
  readonly suite: SuiteDraft | null;
  readonly coverage: readonly CoverageDraft[];
}

const GLOBS_MAX = 20;
const HEAD_CHARS_MAX = 65_536;

export function existingReports(repository: Repository): ExistingReports {
  const all = [...repository.files, ...repository.ignored];
  const found = all.filter((file) => mayBeResults(file) && isTestResults(file, repository.read(file)));
  const globs = found.map((file) => globOf(file, all, found));
  const results = [...new Set([...globs, ...gitlabJunit(repository)])].sort().slice(0, GLOBS_MAX);
  const lcov = all.filter((file) => /(^|\/)lcov\.info$|\.lcov$/.test(file));
  const istanbul = all.filter((file) => /(^|\/)coverage-final\.json$/.test(file));
  const coverage: CoverageDraft[] = [];
  if (lcov.length > 0) coverage.push({ id: "lcov", format: "lcov", files: lcov });
  if (istanbul.length > 0) coverage.push({ id: "istanbul", format: "istanbul", files: istanbul });
  const comment = ["Reports that lie there; they are imported, and stale after a day unless `maxAge` says otherwise."];
  const suite = { id: "imported", comment, run: null, timeout: "10m", results, writes: [] };
  return { suite: results.length === 0 ? null : suite, coverage };
}

/** JSON is everywhere, so that it is only looked at where its path speaks of tests. */
function mayBeResults(file: string): boolean {
  return (
    /\.(?:xml|trx|tap)$/.test(file) || (/\.(?:json|jsonl|ndjson)$/.test(file) && /test|report|result|ctrf/i.test(file))
  );
}

function isTestResults(file: string, text: string | null): boolean {
  if (text === null) return false;
  try {
    testFormatOf(Buffer.from(text.slice(0, HEAD_CHARS_MAX)), file);
    return true;
  } catch {
    return false;
  }
}

/** All files of that kind in its folder, unless something else lies among them. */
function globOf(file: string, all: readonly string[], found: readonly string[]): string {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const ending = file.slice(file.lastIndexOf("."));
  const isBeside = (other: string): boolean =>
    other.startsWith(folder) && !other.slice(folder.length).includes("/") && other.endsWith(ending);
  const isMixed = all.filter(isBeside).length > found.filter(isBeside).length;
  return folder === "" || isMixed ? file : `${folder}*${ending}`;
}

/** `artifacts: reports: junit:` of every job. */
function gitlabJunit(repository: Repository): string[] {
  if (!hasFile(repository, ".gitlab-ci.yml")) return [];
  try {
    const jobs = Object.values(asObject(parse(repository.read(".gitlab-ci.yml") ?? "", { logLevel: "silent" })));
    return jobs
      .flatMap((job) => {
        const { junit } = asObject(asObject(asObject(job)["artifacts"])["reports"]);
        return (Array.isArray(junit) ? junit : [junit]).filter((glob) => typeof glob === "string");
      })
      .map((glob) => glob.replace(/^\.\//, ""));
  } catch {
    return [];
  }
}
