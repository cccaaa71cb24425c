import type { ErrorEntry } from "../entry.ts";

/** Reading `holdpoint.yaml`. */
export const CONFIG: {
  readonly [
    code in
      | "HP-CONFIG-ABSENT"
      | "HP-CONFIG-SYNTAX"
      | "HP-CONFIG-UNKNOWN-KEY"
      | "HP-CONFIG-VALUE"
      | "HP-CONFIG-REFERENCE"
      | "HP-CONFIG-EXISTS"
  ]: ErrorEntry;
} = {
  "HP-CONFIG-ABSENT": {
    title: "There is no holdpoint.yaml",
    status: 404,
    exit: 2,
    retryable: false,
    outcome: "missing",
    hint: "`holdpoint init` looks at the repository and writes one.",
  },
  "HP-CONFIG-SYNTAX": {
    title: "The configuration is not valid YAML 1.2",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Look at the position.",
  },
  "HP-CONFIG-UNKNOWN-KEY": {
    title: "The configuration has a key that nothing reads",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "A misspelled key would silently switch a rule off; correct or remove it.",
  },
  "HP-CONFIG-VALUE": {
    title: "A value of the configuration is not of the right form",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "The JSON Schema in the package says what is allowed.",
  },
  "HP-CONFIG-REFERENCE": {
    title: "The configuration names something that does not exist",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Gates, checks, sections and profiles are listed by `holdpoint explain`.",
  },
  "HP-CONFIG-EXISTS": {
    title: "There is a holdpoint.yaml already",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Use `--force` to write over it.",
  },
};
