import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-more-than-decided",
  title: "Nothing grew behind an exception",
  question: "Is no more uncovered in the files of an open exception than when it was decided?",
  motivation:
    "Two people answered for the lines that were uncovered then. New untested code in the same file is nobody's decision, and the exception does not stand for it.",
  remediation:
    "Cover what was added, or resolve the exception with `--why replaced` and decide anew with the numbers of today.",
  effort: "medium",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions, KIND.coverage],
  baseline: "none",
  reasons: { grew: "More is uncovered in the files of an open exception than when it was decided." },
  params: {},
};
