import type { ErrorEntry } from "../entry.ts";

/** Reading manifests, lockfiles and what is installed. */
export const DEPENDENCIES: {
  readonly [code in "HP-DEPS-NO-LOCKFILE" | "HP-DEPS-LOCKFILE-VERSION"]: ErrorEntry;
} = {
  "HP-DEPS-NO-LOCKFILE": {
    title: "There is no lockfile",
    status: 404,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "Commit the lockfile that the package manager writes.",
  },
  "HP-DEPS-LOCKFILE-VERSION": {
    title: "The lockfile is of a version that is not read",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Rewrite it with a current package manager.",
  },
};
