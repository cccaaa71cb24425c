import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns, runNames } from "../../../evidence/load-runs.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  return judgeRuns(input, validity, (runs) => ({
    reason: `valid: ${runNames(runs)}`,
    observed: "valid",
    threshold: "valid",
  }));
}

function validity({ id, validity: said, reasons }: LoadBody): Problem[] {
  if (said === "valid" && reasons.length === 0) return [];
  const isSound = said !== "valid" && reasons.length > 0;
  const why = reasons.map(({ code, text }) => `${text} (${code})`).join("; ");
  const text = isSound
    ? `load ${id} is invalid: ${why}`
    : `load ${id} says "${said}", and its reasons are: ${why || "none"}`;
  return [
    {
      outcome: "missing",
      code: isSound ? "run-invalid" : "reason-unsaid",
      text,
      observed: `${said}: ${reasons.map(({ code }) => code).join(", ") || "no reason"}`,
      threshold: "valid",
      flip: "would be judged with a valid run",
    },
  ];
}
