import type { KpiOutcome } from "@holdpoint/core";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";

export function exitOfKpis(outcome: KpiOutcome): ExitCode {
  return { pass: EXIT.pass, fail: EXIT.hold, inconclusive: EXIT.noVerdict }[outcome];
}
