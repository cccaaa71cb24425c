import type { Gate } from "@holdpoint/core";
import { check as abortStops } from "../checks/dead-letters/abort-stops/check.ts";
import { check as capAndRateKept } from "../checks/dead-letters/cap-and-rate-kept/check.ts";
import { check as emptyFilterRefused } from "../checks/dead-letters/empty-filter-refused/check.ts";
import { check as everyClassLeavesALetter } from "../checks/dead-letters/every-class-leaves-a-letter/check.ts";
import { check as failedReplayStaysOpen } from "../checks/dead-letters/failed-replay-stays-open/check.ts";
import { check as lettersSurviveRestart } from "../checks/dead-letters/letters-survive-restart/check.ts";
import { check as lettersTellTheTruth } from "../checks/dead-letters/letters-tell-the-truth/check.ts";
import { check as planChangesNothing } from "../checks/dead-letters/plan-changes-nothing/check.ts";
import { check as replayLeavesTheOriginal } from "../checks/dead-letters/replay-leaves-the-original/check.ts";
import { check as replayingTwiceIsOnce } from "../checks/dead-letters/replaying-twice-is-once/check.ts";
import { check as retriesByBudget } from "../checks/dead-letters/retries-by-budget/check.ts";
import { check as todaysPolicyRules } from "../checks/dead-letters/todays-policy-rules/check.ts";

export const deadLetters: Gate = {
  id: "dead-letters",
  title: "Dead letters",
  question: "Is every failure kept, and replayed only as somebody decided?",
  sections: ["G", "O", "V"],
  phase: "candidate",
  checks: [
    everyClassLeavesALetter,
    lettersTellTheTruth,
    retriesByBudget,
    emptyFilterRefused,
    planChangesNothing,
    replayLeavesTheOriginal,
    failedReplayStaysOpen,
    replayingTwiceIsOnce,
    todaysPolicyRules,
    capAndRateKept,
    abortStops,
    lettersSurviveRestart,
  ],
};
