import type { LoadBody } from "@holdpoint/core";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";

export type LoadOutcome = "pass" | "fail" | "inconclusive" | "invalid";

/** What a run comes to; one objective that fails is a fail, whatever the others lack. */
export function outcomeOf({ validity, slo }: Pick<LoadBody, "validity" | "slo">): LoadOutcome {
  if (validity === "invalid") return "invalid";
  if (slo.some(({ outcome }) => outcome === "fail")) return "fail";
  return slo.every(({ outcome }) => outcome === "pass") ? "pass" : "inconclusive";
}

export function exitOfLoad(outcome: LoadOutcome): ExitCode {
  if (outcome === "pass") return EXIT.pass;
  return outcome === "fail" ? EXIT.hold : EXIT.noVerdict;
}
