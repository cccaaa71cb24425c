import type { ErrorEntry } from "../entry.ts";

/** Ledger, checkpoints, keys, envelopes and governance records. */
export const LEDGER: {
  readonly [
    code in
      | "HP-LEDGER-OPEN"
      | "HP-LEDGER-CORRUPT"
      | "HP-LEDGER-BUSY"
      | "HP-LEDGER-FULL"
      | "HP-KEY-MISSING"
      | "HP-KEY-UNREADABLE"
      | "HP-KEY-FOREIGN"
      | "HP-ENVELOPE-INVALID"
      | "HP-GOVERNANCE-INVALID"
      | "HP-GOVERNANCE-REGISTER"
  ]: ErrorEntry;
} = {
  "HP-LEDGER-OPEN": {
    title: "The ledger could not be opened",
    status: 500,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Check permissions, free space, and that the file is a ledger.",
  },
  "HP-LEDGER-CORRUPT": {
    title: "The ledger contradicts itself",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "`holdpoint verify .holdpoint/ledger.db` says where; keep the file as evidence.",
  },
  "HP-LEDGER-BUSY": {
    title: "Another process kept the ledger locked for too long",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Wait for the other run to end, then try again.",
  },
  "HP-LEDGER-FULL": {
    title: "There is no space left for the ledger",
    status: 507,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Free space; nothing that was acknowledged is lost.",
  },
  "HP-KEY-MISSING": {
    title: "The ledger has a key, but its file is not there",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Restore the key file; a new key would break the chain of trust. `holdpoint ledger rotate-key` records a change.",
  },
  "HP-KEY-UNREADABLE": {
    title: "The key file cannot be read as a key",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Give an Ed25519 key in PEM form.",
  },
  "HP-KEY-FOREIGN": {
    title: "The key given is not the ledger's key",
    status: 409,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Give the key that the ledger names, or hand the ledger over with `holdpoint ledger rotate-key`.",
  },
  "HP-ENVELOPE-INVALID": {
    title: "The file is not a DSSE envelope",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Give a verdict, a run's folder or a ledger.",
  },
  "HP-GOVERNANCE-INVALID": {
    title: "A governance record cannot be trusted",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Look at the file named; a record that does not verify is never used.",
  },
  "HP-GOVERNANCE-REGISTER": {
    title: "The Markdown register of exceptions is no table that can be kept",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Mend the table at the position, or remove it with its markers and let `coverage exceptions sync` write it anew.",
  },
};
