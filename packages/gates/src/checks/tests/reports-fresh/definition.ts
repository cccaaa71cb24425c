import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "reports-fresh",
  title: "Reports were written by this very run",
  question: "Did each suite that was run write the reports that were judged, and are they still what it wrote?",
  motivation:
    "A report that an earlier run left behind is green for ever. A suite that breaks before it writes anything " +
    "is only noticed if somebody asks when its report was written.",
  remediation:
    "Delete the old report and run the suite: it must appear again. " +
    "Correct the globs in `results` and `writes` if the runner writes somewhere else.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.suiteRun, KIND.testResults],
  baseline: "none",
  reasons: {
    "report-absent": "A suite was run and did not leave a report that it should write.",
    "report-stale": "A report was there before the suite ran and was not written again.",
    "report-changed": "The report that was judged is not the one that the suite wrote.",
    "no-report": "A suite whose test results were judged lists no report at all.",
  },
  params: {},
};
