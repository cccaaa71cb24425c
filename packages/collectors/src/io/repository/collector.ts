import type {
  CollectContext,
  Collected,
  Collector,
  EvidenceInput,
  RepositoryBody,
  RepositoryConfig,
} from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { commitTime } from "../../repository/commit-time.ts";
import { assertTop, readHead } from "./candidate-facts.ts";
import { readDamage } from "./damage.ts";
import { readDirtyPaths } from "./dirty-paths.ts";
import { readGitVersion } from "./git-version.ts";
import { readChangelogFile, readVersions } from "./manifests.ts";
import { readOperation } from "./operation.ts";
import type { GitOptions } from "./run-git.ts";
import { askGit, runGit } from "./run-git.ts";
import { readSubmodules } from "./submodules.ts";
import { readLocallyIgnored, readTrackedFiles, readTrackedIgnored } from "./tracked-files.ts";
import { readVersionTags } from "./version-tags.ts";

export const DIRTY_PATHS_MAX = 1000;

/** What git and the manifests say about the work tree, read at this very moment. */
export const repositoryCollector: Collector = {
  kind: KIND.repository,
  part: "repository",
  version: "1",
  collect: async (context) => [await collect(context)],
};

async function collect({ root, config, nowMs, signal }: CollectContext): Promise<Collected<RepositoryBody>> {
  const startedAtMs = nowMs();
  const options: GitOptions = { signal };
  const { versionFiles, changelog } = config as RepositoryConfig;
  await assertTop(root, options);
  const head = await readHead(root, options);
  const raw = await askGit(root, ["cat-file", "commit", head.commit], options);
  const tracked = await readTrackedFiles(root, options);
  const dirty = await readDirtyPaths(root, options);
  const inputs: EvidenceInput[] = [];
  const versions = await readVersions(
    root,
    versionFiles,
    tracked.map((file) => file.path),
    inputs,
  );
  const named = versions.flatMap(({ version }) => (version === null ? [] : [version]));
  const body: RepositoryBody = {
    ...head,
    committedAt: commitTime(raw.toString("utf8")),
    branch: await readBranch(root, options),
    shallow:
      (await askGit(root, ["rev-parse", "--is-shallow-repository"], options)).toString("utf8").trim() !== "false",
    dirty: { count: dirty.length, paths: dirty.slice(0, DIRTY_PATHS_MAX) },
    operation: await readOperation(root, options),
    submodules: await readSubmodules(root, options),
    hiddenPaths: [
      ...tracked.filter((file) => isHidden(file.flag)).map((file) => file.path),
      ...(await readLocallyIgnored(root, options)),
    ],
    versions,
    changelog: changelog === null ? null : await readChangelogFile(root, changelog, inputs),
    versionTags: await readVersionTags(root, named, options),
    trackedIgnored: await readTrackedIgnored(root, options),
    trackedFiles: tracked.length,
    damage: await readDamage(root, head.commit, options),
  };
  const producer = { name: "git", version: await readGitVersion(root, options) };
  return {
    kind: KIND.repository,
    provenance: "measured",
    producer,
    startedAtMs,
    finishedAtMs: nowMs(),
    samples: tracked.length,
    inputs,
    body,
  };
}

/** Lower case: assume-unchanged. `S`: skip-worktree. */
function isHidden(flag: string): boolean {
  return flag === "S" || flag !== flag.toUpperCase();
}

async function readBranch(root: string, options: GitOptions): Promise<string | null> {
  const { exitCode, stdout } = await runGit(root, ["symbolic-ref", "--quiet", "--short", "HEAD"], options);
  return exitCode === 0 ? stdout.toString("utf8").trim() : null;
}
