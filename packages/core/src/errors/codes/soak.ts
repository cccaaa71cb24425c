import type { ErrorEntry } from "../entry.ts";

/** Soak runs: one after the other on a target, iteration by iteration, and what they leave behind. */
export const SOAK: {
  readonly [
    code in
      | "HP-SOAK-BUSY"
      | "HP-SOAK-COMMAND"
      | "HP-SOAK-TIMEOUT"
      | "HP-SOAK-SUMMARY"
      | "HP-SOAK-LOAD"
      | "HP-SOAK-METRICS"
      | "HP-SOAK-FOLDER"
      | "HP-SOAK-BROKEN"
      | "HP-SOAK-FOREIGN"
      | "HP-SOAK-NOT-COMPARABLE"
  ]: ErrorEntry;
} = {
  "HP-SOAK-BUSY": {
    title: "Another soak runs on this target",
    status: 423,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Wait for it to end; two runs on one target measure and tune each other.",
  },
  "HP-SOAK-COMMAND": {
    title: "The command of a soak's iteration failed",
    status: 502,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Run the command once by hand with ITERATION, RUN_DIR and SUMMARY_FILE in its environment.",
  },
  "HP-SOAK-TIMEOUT": {
    title: "The command of a soak's iteration did not end in time",
    status: 504,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "It was killed with all that it started; raise `target.timeout` when it needs longer.",
  },
  "HP-SOAK-SUMMARY": {
    title: "An iteration left no summary that could be read",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "The command writes one JSON object to the file that SUMMARY_FILE names, at most 1 MB.",
  },
  "HP-SOAK-LOAD": {
    title: "The load of a soak's iteration was not valid",
    status: 502,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Its reasons stand in the detail; what an invalid load measured is a gap.",
  },
  "HP-SOAK-METRICS": {
    title: "The target's metrics could not be read",
    status: 502,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Open the page of `target.metrics` once by hand; KPIs out of it have a gap.",
  },
  "HP-SOAK-FOLDER": {
    title: "What a soak measured could not be written",
    status: 500,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Check permissions and free space of `.holdpoint/soak/`.",
  },
  "HP-SOAK-BROKEN": {
    title: "A stored soak is not whole, or not what was stored",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Run the soak again; nothing of a run is believed when one of its files is not as it was written.",
  },
  "HP-SOAK-FOREIGN": {
    title: "A stored soak is not one of this candidate",
    status: 409,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "Run the soak on the commit that is judged, with nothing changed beside it.",
  },
  "HP-SOAK-NOT-COMPARABLE": {
    title: "Two soaks that do not measure the same were to be compared",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Compare runs of one plan on one machine, or say --anyway and read the figures with that in mind.",
  },
};
