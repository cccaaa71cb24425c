import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "suites-ran",
  title: "Every suite's command ran to its end",
  question: "Did every judged suite end by itself, with an exit code that agrees with the results it left?",
  motivation:
    "A runner that is killed, times out or breaks before its last test leaves a report of the tests it got to. " +
    "Such a report looks like a small green one; only the way in which the command ended tells them apart.",
  remediation:
    "Run the suite's command by hand and look at its last lines; the run keeps them as evidence. " +
    "A runner that ends with another code for failed tests is named in `failureExits`.",
  effort: "medium",
  sections: ["L"],
  // Not the results: where a runner could not even start, its own last words are the reason to be told.
  needs: [KIND.suiteRun],
  baseline: "none",
  reasons: {
    "timed-out": "A suite ran longer than its limit and was ended.",
    killed: "A suite was ended by a signal that nobody of this run sent for its time limit.",
    "not-started": "A suite's command has neither an exit code nor a signal: it never ran.",
    "exit-unexpected": "A suite ended with an exit code that means neither success nor failed tests.",
    "exit-disagrees": "The exit code says one thing about failed tests, the reports say the other.",
    imported: "Reports of a suite were imported: nobody saw its command end.",
  },
  params: { failureExits: [1], imported: "warn" },
};
