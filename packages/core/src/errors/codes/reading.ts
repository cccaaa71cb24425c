import type { ErrorEntry } from "../entry.ts";

/** Reading a file that another tool left behind. */
export const READING: {
  readonly [
    code in
      | "HP-READ-ABSENT"
      | "HP-READ-EMPTY"
      | "HP-READ-TOO-LARGE"
      | "HP-READ-ENCODING"
      | "HP-READ-SYNTAX"
      | "HP-READ-TRUNCATED"
      | "HP-READ-DEPTH"
      | "HP-READ-DUPLICATE-KEY"
      | "HP-READ-NOT-THE-FORMAT"
      | "HP-READ-ENTITY"
      | "HP-READ-PATH"
      | "HP-READ-FAILED"
  ]: ErrorEntry;
} = {
  "HP-READ-ABSENT": {
    title: "The file is not there",
    status: 404,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "Run the tool that writes it, or correct the path in holdpoint.yaml.",
  },
  "HP-READ-EMPTY": {
    title: "The file holds nothing",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "missing",
    hint: "The tool that writes it found nothing to report; an empty report is never a pass.",
  },
  "HP-READ-TOO-LARGE": {
    title: "The file is larger than the limit",
    status: 413,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Split the report, or raise the limit in holdpoint.yaml.",
  },
  "HP-READ-ENCODING": {
    title: "The file is not valid UTF-8 text",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Write the report as UTF-8; binary files are not reports.",
  },
  "HP-READ-SYNTAX": {
    title: "The file breaks the grammar of its format",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Look at the position; the tool that writes it may have been interrupted.",
  },
  "HP-READ-TRUNCATED": {
    title: "The file ends in the middle of something",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "The tool that writes it was interrupted; run it again to the end.",
  },
  "HP-READ-DEPTH": {
    title: "The file is nested deeper than the limit",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "No real report is nested that deep.",
  },
  "HP-READ-DUPLICATE-KEY": {
    title: "An object names the same key twice",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Two readers may see two different values; remove one.",
  },
  "HP-READ-NOT-THE-FORMAT": {
    title: "The file is of another format than expected",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Check the path, and that the tool did not write an error page in its place.",
  },
  "HP-READ-ENTITY": {
    title: "The XML document declares or uses an entity that is not one of the five predefined ones",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Reports need no document type; entity declarations are refused.",
  },
  "HP-READ-PATH": {
    title: "A path leads out of the repository",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "Give paths relative to the repository's root, without `..`.",
  },
  "HP-READ-FAILED": {
    title: "The operating system refused to read the file",
    status: 500,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Check permissions and disk.",
  },
};
