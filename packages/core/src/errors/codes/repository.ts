import type { ErrorEntry } from "../entry.ts";

/** Reading the repository that the candidate is taken from. */
export const REPOSITORY: {
  readonly [
    code in
      | "HP-REPO-NONE"
      | "HP-REPO-SUBFOLDER"
      | "HP-REPO-NO-COMMIT"
      | "HP-REPO-GIT"
      | "HP-REPO-MANIFEST"
      | "HP-REPO-BASE"
      | "HP-REPO-SHALLOW"
      | "HP-REPO-DIFF"
  ]: ErrorEntry;
} = {
  "HP-REPO-NONE": {
    title: "This folder is not in a git work tree",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "A candidate is a commit: run Holdpoint inside a clone.",
  },
  "HP-REPO-SUBFOLDER": {
    title: "This folder is only a part of a git work tree",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "A candidate is a whole commit: run Holdpoint in the top folder of the clone.",
  },
  "HP-REPO-NO-COMMIT": {
    title: "The repository has no commit yet",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Commit first; a verdict is about a commit.",
  },
  "HP-REPO-GIT": {
    title: "git could not answer",
    status: 500,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Run the command by hand; is git on the PATH and the repository intact?",
  },
  "HP-REPO-MANIFEST": {
    title: "No version can be read from this kind of file",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Name manifests that Holdpoint reads, or a file VERSION with nothing but the version, in `repository.versionFiles`.",
  },
  "HP-REPO-BASE": {
    title: "The commit that changes are counted from is not in this clone",
    status: 404,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "Name a commit, branch or tag with `--base`, and fetch it first; without a base nothing is known to have changed.",
  },
  "HP-REPO-SHALLOW": {
    title: "The clone is too shallow to hold the commit that changes are counted from",
    status: 404,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "Fetch the whole history (`git fetch --unshallow`; in CI a checkout depth of 0).",
  },
  "HP-REPO-DIFF": {
    title: "Git's account of the changes cannot be read",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Look at `git diff` by hand; files in conflict must be merged first.",
  },
};
