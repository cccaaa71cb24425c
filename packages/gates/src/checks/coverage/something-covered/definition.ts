import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "something-covered",
  title: "Every report counts and covers something",
  question: "Does every coverage report count lines, and is at least one of them covered?",
  motivation:
    "0 of 0 is never 100 %. A report in which everything has zero hits was written by an instrumenter that the tests " +
    "never loaded.",
  remediation: "Check that the tests run the instrumented code, and that the report is written after they have ended.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "nothing-counted": "A report counts nothing: 0 of 0.",
    "nothing-covered": "A report counts something and covers none of it.",
  },
  params: {},
};
