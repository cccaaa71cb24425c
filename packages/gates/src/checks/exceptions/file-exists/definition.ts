import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "file-exists",
  title: "The files of every exception exist",
  question: "Does every open exception fit a file that git tracks?",
  motivation: "An exception that outlived its file waits for the next file of that name.",
  remediation: "Resolve it: `holdpoint coverage exceptions resolve ID` records that the file was removed.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: { "no-file": "An open exception fits no tracked file." },
  params: {},
};
