import type { LoadBody } from "@holdpoint/core";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";

/** `valid` has nothing that it could pass: no objective was given. */
export type LoadOutcome = "pass" | "valid" | "fail" | "inconclusive" | "invalid";

/** What a run comes to; one objective that fails is a fail, whatever the others lack. */
export function outcomeOf({ validity, slo }: Pick<LoadBody, "validity" | "slo">): LoadOutcome {
  if (validity === "invalid") return "invalid";
  if (slo.length === 0) return "valid";
  if (slo.some(({ outcome }) => outcome === "fail")) return "fail";
  return slo.every(({ outcome }) => outcome === "pass") ? "pass" : "inconclusive";
}

export function exitOfLoad(outcome: LoadOutcome): ExitCode {
  if (outcome === "pass" || outcome === "valid") return EXIT.pass;
  return outcome === "fail" ? EXIT.hold : EXIT.noVerdict;
}
