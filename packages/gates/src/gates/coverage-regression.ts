import type { Gate } from "@holdpoint/core";
import { check as baselineComparable } from "../checks/coverage-regression/baseline-comparable/check.ts";
import { check as componentsNotFallen } from "../checks/coverage-regression/components-not-fallen/check.ts";
import { check as criticalNotFallen } from "../checks/coverage-regression/critical-not-fallen/check.ts";
import { check as exclusionsNotWidened } from "../checks/coverage-regression/exclusions-not-widened/check.ts";
import { check as leavesABaseline } from "../checks/coverage-regression/leaves-a-baseline/check.ts";
import { check as lostLinesExplained } from "../checks/coverage-regression/lost-lines-explained/check.ts";
import { check as noFileLost } from "../checks/coverage-regression/no-file-lost/check.ts";
import { check as noMetricGone } from "../checks/coverage-regression/no-metric-gone/check.ts";
import { check as noNewlyUncovered } from "../checks/coverage-regression/no-newly-uncovered-unchanged/check.ts";
import { check as shardsSame } from "../checks/coverage-regression/shards-same/check.ts";
import { check as totalNotFallen } from "../checks/coverage-regression/total-not-fallen/check.ts";
import { coverageFacts } from "../evidence/coverage-facts.ts";

export const coverageRegression: Gate = {
  id: "coverage-regression",
  title: "Coverage since the last promotion",
  question: "Is the candidate covered no worse than what was promoted last, and is every lost line explained?",
  sections: ["L", "A", "P", "S"],
  phase: "candidate",
  checks: [
    baselineComparable,
    shardsSame,
    noMetricGone,
    totalNotFallen,
    componentsNotFallen,
    criticalNotFallen,
    noFileLost,
    exclusionsNotWidened,
    lostLinesExplained,
    noNewlyUncovered,
    leavesABaseline,
  ],
  facts: coverageFacts,
};
