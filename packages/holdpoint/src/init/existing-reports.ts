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
const DECLARATION_CHARS_MAX = 4_096;

export function existingReports(repository: Repository): ExistingReports {
  const all = [...repository.files, ...repository.ignored];
  const found = all.filter((file) => file.endsWith(".xml") && isJunit(repository.read(file)));
  const junit = [...new Set([...found.map(globOfFolder), ...gitlabJunit(repository)])].sort().slice(0, GLOBS_MAX);
  const lcov = all.filter((file) => /(^|\/)lcov\.info$|\.lcov$/.test(file));
  const istanbul = all.filter((file) => /(^|\/)coverage-final\.json$/.test(file));
  const coverage: CoverageDraft[] = [];
  if (lcov.length > 0) coverage.push({ id: "lcov", format: "lcov", files: lcov });
  if (istanbul.length > 0) coverage.push({ id: "istanbul", format: "istanbul", files: istanbul });
  const comment = ["Reports that lie there; they are imported, and stale after a day unless `maxAge` says otherwise."];
  const suite = { id: "imported", comment, run: null, timeout: "10m", junit, writes: [] };
  return { suite: junit.length === 0 ? null : suite, coverage };
}

function isJunit(text: string | null): boolean {
  return text !== null && /<testsuites?[\s>/]/.test(text.slice(0, DECLARATION_CHARS_MAX));
}

function globOfFolder(file: string): string {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return folder === "" ? file : `${folder}*.xml`;
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
