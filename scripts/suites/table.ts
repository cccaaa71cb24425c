/** One set of test files that run the same way. */
export interface Suite {
  readonly name: string;
  /** What the file name has between its own name and `.test.ts`; empty for the plain ones. */
  readonly infix: string;
  /** Folders below which the files lie. */
  readonly folders: readonly string[];
  /** `none`: all files in one process; `process`: a process each. */
  readonly isolation: "none" | "process";
  /** Several times what it takes on a quiet machine: it ends what hangs, and must never end what is slow. */
  readonly timeoutMs: number;
  /** True where no matching file is a mistake. */
  readonly expected: boolean;
  /** True where properties run with a fixed seed, or with the one of `FUZZ_SEED` (a whole number or `random`). */
  readonly seeded: boolean;
}

const PACKAGES: readonly string[] = ["packages", "examples", "bench"];

/** Every suite of the repository, in the order in which `npm test` runs them. */
export const SUITES: readonly Suite[] = [
  { name: "unit", infix: "", folders: PACKAGES, isolation: "none", timeoutMs: 600_000, expected: true, seeded: true },
  {
    name: "house",
    infix: "",
    folders: ["house"],
    isolation: "none",
    timeoutMs: 300_000,
    expected: true,
    seeded: false,
  },
  {
    name: "process",
    infix: "process",
    folders: PACKAGES,
    isolation: "process",
    timeoutMs: 1_800_000,
    expected: true,
    seeded: false,
  },
  {
    name: "long",
    infix: "long",
    folders: PACKAGES,
    isolation: "process",
    timeoutMs: 900_000,
    expected: true,
    seeded: false,
  },
  {
    name: "workshop",
    infix: "process",
    folders: ["house"],
    isolation: "process",
    timeoutMs: 420_000,
    expected: true,
    seeded: false,
  },
  {
    name: "fuzz",
    infix: "fuzz",
    folders: PACKAGES,
    isolation: "process",
    timeoutMs: 1_200_000,
    expected: true,
    seeded: true,
  },
  {
    name: "browser",
    infix: "browser",
    folders: PACKAGES,
    isolation: "process",
    timeoutMs: 360_000,
    expected: false,
    seeded: false,
  },
  {
    name: "kill",
    infix: "kill",
    folders: PACKAGES,
    isolation: "process",
    timeoutMs: 900_000,
    expected: true,
    seeded: false,
  },
];

/** Suites that a contributor waits for before a commit. */
export const QUICK_SUITES: readonly string[] = ["unit", "process", "house"];
