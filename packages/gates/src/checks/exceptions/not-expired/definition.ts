import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "not-expired",
  title: "No exception has expired",
  question: "Is every open exception within the time for which it was decided, and that time not too long?",
  motivation:
    "An exception without an end is a lower floor. One that has ended still stands in the register as if somebody answered for it.",
  remediation:
    "Cover the lines and resolve it, or resolve it with `--why replaced` and decide anew with the numbers of today.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: {
    expired: "An open exception has ended, or its end cannot be read.",
    "not-begun": "An open exception is from the future.",
    "lasts-too-long": "An open exception lasts longer than an exception may.",
    "expires-soon": "An open exception ends within the days of warning.",
  },
  params: { warnDays: 14, maxDays: 365 },
};
