import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "reports-of-this-run",
  title: "Coverage was measured by this run",
  question: "Was every coverage file written by a suite of this run, and read as the suite wrote it?",
  motivation:
    "The coverage report of last week lies where this week's should be, and is as good as it was. " +
    "Only the run that wrote it can tell the two apart.",
  remediation: "Name the file in `writes` of the suite that makes it, and run the suites freshly.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage, KIND.suiteRun],
  baseline: "none",
  reasons: {
    unclaimed: "No suite of this run says that it writes the file.",
    stale: "The suite was run and did not write the file again.",
    changed: "The file was changed after the suite had ended.",
    "no-input": "A coverage report does not say from which files it was read.",
    imported: "All suites were imported: nobody saw the file being written.",
  },
  params: { imported: "warn" },
};
