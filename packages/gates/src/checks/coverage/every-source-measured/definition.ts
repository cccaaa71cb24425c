import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "every-source-measured",
  title: "Every source file is measured",
  question: "Does some report measure every tracked file that counts as source?",
  motivation:
    "A file that no test ever loads is in no report, and leaving it out raises the share. " +
    "What is not measured is worse than what is not covered.",
  remediation:
    "Let the tool measure all source files, loaded or not, or exclude the file in `coverage.exclude` with a reason.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: { unmeasured: "More source files than allowed are measured by no report." },
  params: { maxUnmeasured: 0 },
};
