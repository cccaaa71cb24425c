import type { ExitCode } from "../../exit-codes.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CompareOutcome } from "./compare-figures.ts";

/** What cannot be told is no pass. */
export function exitOfCompare(outcome: CompareOutcome): ExitCode {
  if (outcome === "worse") return EXIT.hold;
  return outcome === "inconclusive" ? EXIT.noVerdict : EXIT.pass;
}
