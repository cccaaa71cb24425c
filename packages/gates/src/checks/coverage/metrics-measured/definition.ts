import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "metrics-measured",
  title: "Lines and one thing more are measured",
  question: "Do the reports measure lines, and at least branches or functions besides?",
  motivation:
    "Lines alone are covered by running past them. A report without any branch record does not have all branches " +
    "covered: they are not measured.",
  remediation: "Switch branch or function counting on in the tool; where it has none, empty `oneOf` in the profile.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "not-measured": "A metric in `all` is measured by no report.",
    "none-of": "None of the metrics in `oneOf` is measured by a report.",
    "partly-measured": "Some of the measured files lack a metric that others have.",
  },
  params: { all: ["lines"], oneOf: ["branches", "functions"] },
};
