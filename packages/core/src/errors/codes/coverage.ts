import type { ErrorEntry } from "../entry.ts";

/** What is found in coverage reports that could be read. */
export const COVERAGE: {
  readonly [
    code in
      | "HP-COVERAGE-DECLARED"
      | "HP-COVERAGE-CONTRADICTION"
      | "HP-COVERAGE-NOT-COMPARABLE"
      | "HP-COVERAGE-NOTHING-MEASURED"
      | "HP-COVERAGE-UNRESOLVED"
      | "HP-COVERAGE-DUPLICATE-FILE"
      | "HP-COVERAGE-HITS-SATURATED"
      | "HP-COVERAGE-RATE-DIFFERS"
      | "HP-COVERAGE-MORE-FINDINGS"
      | "HP-COVERAGE-WRITE-IN-CI"
  ]: ErrorEntry;
} = {
  "HP-COVERAGE-DECLARED": {
    title: "A coverage report declares other totals than its records make",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "The counted totals stand; find out what changed the report after the tool had counted.",
  },
  "HP-COVERAGE-CONTRADICTION": {
    title: "Two coverage reports tell the same source files differently",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Make both in one run of the tests, or give only one of them.",
  },
  "HP-COVERAGE-NOT-COMPARABLE": {
    title: "Two coverage reports of the same source files come from different instrumenters",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Different instrumenters count the same run differently; give reports of one of them.",
  },
  "HP-COVERAGE-NOTHING-MEASURED": {
    title: "A coverage report, or a file in it, lists nothing that could be covered",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "0 of 0 is not 100 %; look whether the tool was pointed at the sources and the tests ran.",
  },
  "HP-COVERAGE-UNRESOLVED": {
    title: "A path in a coverage report fits no tracked file, or several",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "The file counts as reported; commit it, leave it out of the report, or run in the work tree it is of.",
  },
  "HP-COVERAGE-DUPLICATE-FILE": {
    title: "A source file stands more than once in a coverage report",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "It counts once: covered is what any of them covered.",
  },
  "HP-COVERAGE-HITS-SATURATED": {
    title: "A coverage report holds a count that fits into no 64 bits",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "It was taken as the largest count; the tool's own counter probably overflowed.",
  },
  "HP-COVERAGE-RATE-DIFFERS": {
    title: "A coverage report declares a percentage that is not the one of its records",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "The counted totals stand; percentages are never read from a report.",
  },
  "HP-COVERAGE-MORE-FINDINGS": {
    title: "There is more to find in a coverage report than is listed",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Mend the first ones and look again.",
  },
  "HP-COVERAGE-WRITE-IN-CI": {
    title: "A CI platform does not write the configuration that it is judged by",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Leave `--write` out to see the proposal; write it where a person commits it.",
  },
};
