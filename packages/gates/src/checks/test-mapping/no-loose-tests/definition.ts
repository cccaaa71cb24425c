import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-loose-tests",
  title: "Every test belongs to a module",
  question: "Does every test lead to at least one module of the source?",
  motivation:
    "A test that imports nothing of the source was outlived by what it tested, is misspelled, or tests something that the configuration forgot to call source.",
  remediation:
    "Delete or correct the listed tests, or add what they test to `coverage.source`; list the rest in `allowed`.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "loose-tests": "More tests than allowed lead to no module.",
    "all-loose": "Not a single test leads to a module: the mapping does not see what they test.",
  },
  params: { maxLoose: 0, allowed: [] },
};
