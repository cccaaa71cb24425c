import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "imports-readable",
  title: "What imports what could be read",
  question: "Could the imports of every module and test be read, and do relative ones lead to a file?",
  motivation:
    "A file that cannot be read leads nowhere, so that what it tests seems untested, and a wrong mapping is worse than none.",
  remediation:
    "Repair or convert the listed files to UTF-8; track what an import by relative path should lead to, or allow for generated files in `maxUnresolved`.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    unreadable: "The imports of more files than allowed could not be read.",
    unresolved: "More imports by relative path than allowed lead to no tracked file.",
  },
  params: { maxUnreadable: 0, maxUnresolved: 0 },
};
