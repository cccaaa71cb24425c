import type { ChangesBody, CollectContext, Collected, Collector } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { parseDiff } from "../../repository/changes/parse-diff.ts";
import { assertTop } from "./candidate-facts.ts";
import { resolveBase } from "./changes-base.ts";
import { readGitVersion } from "./git-version.ts";
import type { GitOptions } from "./run-git.ts";
import { askGit } from "./run-git.ts";
import { readTrackedFiles } from "./tracked-files.ts";

/** Whatever the machine or the repository says about how a diff should look, set back. */
const DIFF: readonly string[] = [
  "diff",
  "--patch",
  "--unified=0",
  "--inter-hunk-context=0",
  "--find-renames=50%",
  "--no-color",
  "--no-color-moved",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--submodule=short",
  "--ignore-submodules=none",
  "--diff-algorithm=myers",
  "--indent-heuristic",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];

/**
 * What the candidate changes since its base, line by line. A clean candidate is compared as the commit that it is, a
 * dirty one as it lies in the work tree, because that is what its reports measured. Samples are the tracked files, so
 * that a candidate without any change has been looked at.
 */
export const changesCollector: Collector = {
  kind: KIND.changes,
  part: "none",
  version: "1",
  collect: async (context) => [await collect(context)],
};

async function collect(context: CollectContext): Promise<Collected<ChangesBody>> {
  const { root, candidate, nowMs, signal } = context;
  const startedAtMs = nowMs();
  const options: GitOptions = { signal };
  await assertTop(root, options);
  const base = context.base === null ? null : await resolveBase(root, context.base, candidate.commit, options);
  const tracked = await readTrackedFiles(root, options);
  const sides = base === null ? [] : candidate.dirty ? [base.commit] : [base.commit, candidate.commit];
  const files = base === null ? [] : parseDiff(await askGit(root, [...DIFF, ...sides, "--"], options));
  return {
    kind: KIND.changes,
    provenance: "measured",
    producer: { name: "git", version: await readGitVersion(root, options) },
    startedAtMs,
    finishedAtMs: nowMs(),
    samples: tracked.length,
    inputs: [],
    body: { base, files },
  };
}
