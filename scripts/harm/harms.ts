import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One small real change of this repository, and why it must hold. */
export interface Harm {
  readonly gate: string;
  readonly what: string;
  readonly expect: { readonly check: string | null; readonly code: string };
  /** `commit`: the change is committed, so that only its own reason holds. */
  readonly commit: boolean;
  apply(root: string): void;
}

export const HARMS: readonly Harm[] = [
  {
    gate: "candidate",
    what: "a file lies in the tree that no commit holds",
    expect: { check: "clean-tree", code: "tree-dirty" },
    commit: false,
    apply: (root) => writeFileSync(join(root, "packages", "core", "src", "stray.txt"), "stray\n"),
  },
  {
    gate: "tests",
    what: "a test is broken",
    expect: { check: "none-failed", code: "test-failed" },
    commit: true,
    apply: (root) => edit(root, "packages/core/src/json/digest.test.ts", "assert.equal(", "assert.notEqual("),
  },
  {
    gate: "coverage",
    what: "the tests of the criteria grammar are deleted",
    expect: { check: "critical-floors", code: "below-floor" },
    commit: true,
    apply: (root) => {
      for (const name of readdirSync(join(root, "packages/core/src/criteria"))) {
        if (name.endsWith(".test.ts")) rmSync(join(root, "packages/core/src/criteria", name));
      }
    },
  },
  {
    gate: "dependencies",
    what: "the lockfile names another content for a package than the installed one",
    expect: { check: "installed-matches-lock", code: "installed-drift" },
    commit: true,
    apply: (root) => editLock(root, "node_modules/yaml"),
  },
  {
    gate: "dependencies",
    what: "a file of an installed package is changed",
    expect: { check: "install-record-unchanged", code: "package-changed" },
    commit: false,
    apply: (root) => appendFileSync(join(root, "node_modules/yaml/package.json"), "\n"),
  },
  {
    gate: "automation-coverage",
    what: "a required gate is taken out of the profile",
    expect: { check: "required-gates-judged", code: "gate-not-planned" },
    commit: true,
    apply: (root) => edit(root, "holdpoint.yaml", "      dependencies: {}\n", ""),
  },
  {
    gate: "automation-coverage",
    what: "the planted violations of a check are removed",
    expect: { check: "every-check-planted", code: "check-unplanted" },
    commit: true,
    apply: (root) => {
      const file = "packages/gates/src/checks/candidate/clean-tree/check.ts";
      edit(root, file, "sound, plants };", "sound, plants: [] };");
    },
  },
  {
    gate: "ledger",
    what: "one letter of a record is changed in the database file",
    expect: { check: "log-verifies", code: "log-broken" },
    commit: false,
    apply: (root) => {
      const file = join(root, ".holdpoint", "ledger.db");
      const bytes = readFileSync(file);
      const kind = '"kind":"run-started"';
      // Pages keep old copies of rows that moved; the one that counts is among them.
      let changed = 0;
      for (let at = bytes.indexOf(kind); at >= 0; at = bytes.indexOf(kind, at + 1)) {
        bytes.write("R", at + '"kind":"'.length, "latin1");
        changed += 1;
      }
      if (changed === 0) throw new Error("the ledger has no run");
      writeFileSync(file, bytes);
    },
  },
];

/** Puts the clone back to what it was; the install and the ledger stay unless they were harmed. */
export function undo(root: string, head: string): void {
  const git = (...args: string[]): void => void execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("reset", "--hard", head);
  git("clean", "-fd");
}

function edit(root: string, path: string, from: string, to: string): void {
  const file = join(root, path);
  const before = readFileSync(file, "utf8");
  if (!before.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
  writeFileSync(file, before.replace(from, to));
}

function editLock(root: string, name: string): void {
  const file = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, { integrity: string }> };
  const entry = lock.packages[name];
  if (entry === undefined) throw new Error(`the lockfile has no ${name}`);
  entry.integrity = `sha512-${"A".repeat(86)}==`;
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
