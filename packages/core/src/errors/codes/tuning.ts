import type { ErrorEntry } from "../entry.ts";

/** Guarded tuning: what stands between a rule and the target's configuration. */
export const TUNING: {
  readonly [
    code in
      | "HP-TUNING-NEVER-FROZEN"
      | "HP-TUNING-UNKNOWN-PATH"
      | "HP-TUNING-TARGET"
      | "HP-TUNING-REFUSED"
      | "HP-TUNING-CONFLICT"
  ]: ErrorEntry;
} = {
  "HP-TUNING-NEVER-FROZEN": {
    title: "A subsystem was to be frozen that must not be",
    status: 409,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Freeze another subsystem, or take this one out of `never`; one that is not among `freezable` stays free too.",
  },
  "HP-TUNING-UNKNOWN-PATH": {
    title: "A parameter's path leads to nothing that could be changed in the target's configuration",
    status: 422,
    exit: 2,
    retryable: false,
    outcome: "error",
    hint: "Nothing was changed; compare the path with what the target answers when its configuration is read.",
  },
  "HP-TUNING-TARGET": {
    title: "The target's configuration could not be read or written",
    status: 502,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "The detail says what came back; read the configuration once by hand the same way.",
  },
  "HP-TUNING-REFUSED": {
    title: "The target refused a change of its configuration",
    status: 422,
    exit: 3,
    retryable: false,
    outcome: "error",
    hint: "The parameter's bounds are wider than the target's own, or the credentials may not change it.",
  },
  "HP-TUNING-CONFLICT": {
    title: "Somebody else changed the target's configuration in the meantime",
    status: 503,
    exit: 3,
    retryable: true,
    outcome: "error",
    hint: "Nothing was changed; let nobody else change the configuration while it is tuned.",
  },
};
