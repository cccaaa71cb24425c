import type { ErrorCode } from "@holdpoint/core";
import { ERRORS } from "@holdpoint/core";

/** What a code that no check wrote itself asks of a person; null where there is nothing to add. */
export interface Advice {
  readonly seen: string | null;
  readonly wanted: string | null;
  readonly flip: string | null;
  readonly remediation: string;
}

const ADVICE: Readonly<Record<string, Advice>> = {
  "evidence-missing": {
    seen: "no evidence",
    wanted: "evidence measured for this candidate",
    flip: "would be judged once it is gathered",
    remediation: "See `holdpoint plan` for what gathers it, then run `holdpoint promote` again.",
  },
  "evidence-other-candidate": {
    seen: "evidence for another candidate",
    wanted: "evidence for exactly this candidate",
    flip: "would be judged once it is gathered for this candidate",
    remediation: "Gather it again, and leave the working tree alone while the run lasts.",
  },
  "evidence-synthetic": {
    seen: "synthetic evidence",
    wanted: "measured or imported evidence",
    flip: "would be judged once it is measured",
    remediation: "Measure it: a blocking gate refuses made-up evidence.",
  },
  "evidence-empty": {
    seen: "evidence that looked at nothing",
    wanted: "at least one sample",
    flip: "would be judged with one sample",
    remediation: "Find out why nothing was looked at: a pattern that fits no file, a suite without tests.",
  },
  "evidence-stale": {
    seen: "evidence past its age limit",
    wanted: "evidence within its age limit",
    flip: null,
    remediation: "Gather it again with `--evidence fresh`.",
  },
  "evidence-time-unreadable": {
    seen: "no readable time span",
    wanted: "a start and an end in RFC 3339",
    flip: "would be judged once it has them",
    remediation: "Repair what writes the evidence, then gather it again.",
  },
  "evidence-from-the-future": {
    seen: "evidence younger than the judgement",
    wanted: "clocks that agree",
    flip: null,
    remediation: "Set the clock of the machine that gathered it, then gather it again.",
  },
  "baseline-missing": {
    seen: "no earlier promotion",
    wanted: "a promotion to compare with",
    flip: "would be judged with a baseline",
    remediation:
      "Fetch the governance records, or say `firstRelease: allow` in the profile if nothing was promoted yet.",
  },
  "check-threw": {
    seen: "an error in the check",
    wanted: "an answer",
    flip: null,
    remediation: "This is a defect of the check: report it together with the evidence of the run.",
  },
  "check-malformed": {
    seen: "an answer that proves nothing",
    wanted: "an answer from evidence",
    flip: null,
    remediation: "This is a defect of the check: report it together with the evidence of the run.",
  },
  "partial-run": {
    seen: "some gates only",
    wanted: "every gate of the profile",
    flip: "would be judged as a whole run",
    remediation: "Run `holdpoint promote` without naming gates.",
  },
  "required-gate-missing": {
    seen: "no such gate",
    wanted: "the gate, judged",
    flip: "would be met once the gate is judged",
    remediation: "Put the gate back into the profile; a gate that is no longer required is taken from `requireGates`.",
  },
  "gate-unknown": {
    seen: "no such gate",
    wanted: "a gate that exists",
    flip: "would be met once the gate is judged",
    remediation: "Correct the gate's name in the profile; `holdpoint explain` lists the gates that there are.",
  },
  "parameter-unknown": {
    seen: "a parameter that the check does not have",
    wanted: "parameters that the check declares",
    flip: "would be judged without it",
    remediation: "Correct the parameter's name in the profile; `holdpoint explain` shows those of the check.",
  },
  "no-blocking-gate": {
    seen: "advisory gates only",
    wanted: "at least one blocking gate",
    flip: "would be met with one blocking gate",
    remediation: "Make the gates that matter blocking in the profile.",
  },
  "required-section-uncovered": {
    seen: "no executed check",
    wanted: "an executed check with fresh evidence",
    flip: "would be met by one decided check of the section",
    remediation: "Add a gate that covers the section, or repair the evidence of the one that should.",
  },
  "gate-empty": {
    seen: "no decided check",
    wanted: "at least one decided check",
    flip: "would be met by one decided check",
    remediation: "Look at why every check of the gate was left undecided.",
  },
};

/** Advice for the codes of the rules and of the error registry; a check's own reasons have none. */
export function adviceOf(code: string): Advice | null {
  if (Object.hasOwn(ADVICE, code)) return ADVICE[code] ?? null;
  if (!Object.hasOwn(ERRORS, code)) return null;
  const { title, hint } = ERRORS[code as ErrorCode];
  return {
    seen: title,
    wanted: "evidence that can be read whole",
    flip: "would be judged once it can be read",
    remediation: hint,
  };
}
