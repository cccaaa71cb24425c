import type { ErrorEntry } from "../entry.ts";

/** What is to be sent by a load run, found before anything is. */
export const LOAD: {
  readonly [
    code in "HP-LOAD-PLACEHOLDER" | "HP-LOAD-REQUEST" | "HP-LOAD-JSON-PATH" | "HP-LOAD-PATTERN" | "HP-LOAD-FOLDER"
  ]: ErrorEntry;
} = {
  "HP-LOAD-PLACEHOLDER": {
    title: "A text of a load plan names a value that nothing gives",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Values come from data, from an extract of an earlier step, or are `seq`, `uuid` and `random.FROM.TO`.",
  },
  "HP-LOAD-REQUEST": {
    title: "A request of a load plan cannot be sent as it is written",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Methods and header names are tokens, values hold no line ends, and the length of a body is set by the generator.",
  },
  "HP-LOAD-JSON-PATH": {
    title: "A path into a JSON answer cannot be read",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: 'Paths are `$`, then members and indexes: `$.items[0].id` or `$["odd name"]`.',
  },
  "HP-LOAD-PATTERN": {
    title: "A pattern of a load plan cannot be used",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "A regular expression of JavaScript without a repetition inside a repetition, which could hold the generator up.",
  },
  "HP-LOAD-FOLDER": {
    title: "What a load run measured could not be written",
    status: 500,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Check permissions and free space of the run's folder.",
  },
};
