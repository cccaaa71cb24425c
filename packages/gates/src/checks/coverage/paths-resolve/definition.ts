import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "paths-resolve",
  title: "Reported paths are files of the repository",
  question: "Does every path that a report names fit exactly one tracked file?",
  motivation:
    "Containers and monorepos report paths that fit nothing here, or several files. What does not fit is not counted, " +
    "and a report that mostly does not fit is about something else.",
  remediation: "Let the tool report paths relative to the repository, or leave the foreign files out of its report.",
  effort: "low",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    ambiguous: "Too many paths do not resolve, one at least because it fits several tracked files.",
    outside: "Too many paths do not resolve, one at least because it leads out of the repository.",
    unknown: "Too many paths do not resolve, because they fit no tracked file.",
  },
  params: { maxUnmatched: 0 },
};
