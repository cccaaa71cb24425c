import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-overlap",
  title: "No two exceptions are about the same file",
  question: "Is every file and metric the subject of at most one open exception?",
  motivation:
    "Two exceptions for one file are two ends, two owners and two limits; when one is resolved the other goes on excusing.",
  remediation: "Resolve all but one of them; a glob and a file in it overlap too.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: { overlap: "Two open exceptions are about the same metric of the same file." },
  params: {},
};
