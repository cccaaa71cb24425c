/** Body of `repository` evidence: what git and the manifests say, read after the suites have run. */
export interface RepositoryBody {
  readonly commit: string;
  readonly tree: string;
  /** RFC 3339 UTC. */
  readonly committedAt: string;
  readonly branch: string | null;
  readonly shallow: boolean;
  /** First 1,000 paths that differ from the commit; the count is exact. */
  readonly dirty: { readonly count: number; readonly paths: readonly DirtyPath[] };
  /** A merge, rebase, cherry-pick, revert or bisect that was not ended. */
  readonly operation: string | null;
  readonly submodules: readonly Submodule[];
  /** Tracked files that git was told to take as unchanged; they could hide a change. */
  readonly hiddenPaths: readonly string[];
  /** Versions that the manifests name. */
  readonly versions: readonly { readonly file: string; readonly version: string | null }[];
  readonly changelog: Changelog | null;
  /** Tags whose name is one of the versions, with or without `v`. */
  readonly versionTags: readonly { readonly tag: string; readonly commit: string }[];
  /** Tracked files that git's ignore rules would leave out. */
  readonly trackedIgnored: readonly string[];
  readonly trackedFiles: number;
  /** `git fsck --connectivity-only` on the commit: lines of trouble, empty when whole. */
  readonly damage: readonly string[];
}

export interface DirtyPath {
  readonly path: string;
  /** Two letters as in `git status --porcelain`. */
  readonly state: string;
}

export interface Submodule {
  readonly path: string;
  readonly state: "clean" | "absent" | "moved" | "conflict";
}

export interface Changelog {
  readonly file: string;
  /** The newest heading's version, null when no heading has one. */
  readonly version: string | null;
  readonly line: number | null;
  /** Characters of text below that heading. */
  readonly sizeChars: number;
}
