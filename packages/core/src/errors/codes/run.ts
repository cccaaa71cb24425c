import type { ErrorEntry } from "../entry.ts";

/** The way of a release: planning, gathering, judging, recording. */
export const RUN: {
  readonly [
    code in
      | "HP-RUN-COLLECTOR-CRASHED"
      | "HP-RUN-NO-COLLECTOR"
      | "HP-RUN-SUITE-NOT-STARTED"
      | "HP-RUN-INTERRUPTED"
      | "HP-RUN-BUSY"
      | "HP-RUN-DIRECTORY"
      | "HP-RUN-UNKNOWN"
      | "HP-SHARD-INVALID"
      | "HP-SHARD-FOREIGN"
      | "HP-SHARD-TWICE"
      | "HP-SHARD-MISSING"
  ]: ErrorEntry;
} = {
  "HP-RUN-COLLECTOR-CRASHED": {
    title: "A collector threw something that is not a registered error",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "This is a defect of the collector; its checks cannot be judged.",
  },
  "HP-RUN-NO-COLLECTOR": {
    title: "A gate needs evidence that no collector gathers",
    status: 500,
    exit: 2,
    retryable: false,
    outcome: "missing",
    hint: "Add the collector to the configuration, or take the gate out of the profile.",
  },
  "HP-RUN-SUITE-NOT-STARTED": {
    title: "A suite's command could not be started",
    status: 500,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Check that the program is installed and the path is right.",
  },
  "HP-RUN-INTERRUPTED": {
    title: "The run was interrupted before it ended",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Run it again; what was gathered until then is in the run's folder.",
  },
  "HP-RUN-BUSY": {
    title: "Another run is gathering evidence in this work tree",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Wait for it to end; two runs would overwrite each other's reports.",
  },
  "HP-RUN-DIRECTORY": {
    title: "The run's folder could not be written",
    status: 500,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Check permissions and free space of `.holdpoint/`.",
  },
  "HP-RUN-UNKNOWN": {
    title: "There is no such run, verdict or gate",
    status: 404,
    exit: 2,
    retryable: false,
    outcome: "missing",
    hint: "`holdpoint ledger log` lists what there is.",
  },
  "HP-SHARD-INVALID": {
    title: "What a shard left cannot be trusted",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Let the job of the CI matrix run again and upload its folder whole; nothing of it was taken over.",
  },
  "HP-SHARD-FOREIGN": {
    title: "A shard is not one of this candidate",
    status: 409,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Merge the shards of this very commit and configuration; an older one is taken only with --carry.",
  },
  "HP-SHARD-TWICE": {
    title: "Two shards claim the same",
    status: 409,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Give each job of the matrix its own shard and its own report files.",
  },
  "HP-SHARD-MISSING": {
    title: "A declared shard has not come",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "missing",
    hint: "Wait for the job of the matrix that makes it, and merge again; there is no verdict before the set is closed.",
  },
};
