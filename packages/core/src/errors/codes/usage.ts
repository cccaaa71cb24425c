import type { ErrorEntry } from "../entry.ts";

/** The command line itself. */
export const USAGE: {
  readonly [code in "HP-USAGE" | "HP-USAGE-NAME" | "HP-INTERNAL"]: ErrorEntry;
} = {
  "HP-USAGE": {
    title: "The command line was not understood",
    status: 400,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "`holdpoint --help` lists the verbs, `holdpoint VERB --help` their options.",
  },
  "HP-USAGE-NAME": {
    title: "The command line names something that does not exist",
    status: 404,
    exit: 2,
    retryable: false,
    outcome: "missing",
    hint: "`holdpoint explain` lists gates and checks, `holdpoint ledger log` lists runs.",
  },
  "HP-INTERNAL": {
    title: "Something happened that nobody foresaw",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "This is a defect of Holdpoint; the cause is in the detail.",
  },
};
