import type { Json, TestStatus } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import type { FoundCase } from "../case-list.ts";
import type { CtrfPlace } from "./members.ts";
import { arrayAt, countAt, failAt, inside, objectAt, textAt } from "./members.ts";

/** How CTRF counts a test. */
export type CtrfStatus = "passed" | "failed" | "skipped" | "pending" | "other";

export interface CtrfTest {
  readonly status: CtrfStatus;
  readonly found: FoundCase;
}

/** What is neither passed, failed nor skipped has no verdict that anybody could rely on. */
const MEANINGS: Readonly<Record<CtrfStatus, TestStatus>> = {
  passed: "passed",
  failed: "failed",
  skipped: "skipped",
  pending: "skipped",
  other: "errored",
};

/** One element of `results.tests`. Throws `HP-READ-SYNTAX` for a status that is not of the format's five. */
export function readTest(value: Json, place: CtrfPlace): CtrfTest {
  const test = objectAt(value, place);
  const name = textAt(test["name"], inside(place, "name")) ?? failAt(place, "a test without a name");
  const status = statusAt(test["status"], inside(place, "status"));
  const message = textAt(test["message"], inside(place, "message"));
  const trace = textAt(test["trace"], inside(place, "trace"));
  const rawStatus = textAt(test["rawStatus"], inside(place, "rawStatus"));
  const duration = test["duration"];
  return {
    status,
    found: {
      file: textAt(test["filePath"], inside(place, "filePath")),
      className: null,
      suites: suitesOf(test["suite"], inside(place, "suite")),
      name,
      status: MEANINGS[status],
      durationMs: typeof duration === "number" ? duration : null,
      flaky: test["flaky"] === true || failedBefore(test["retryAttempts"], inside(place, "retryAttempts")),
      message: message ?? trace ?? (status === "other" ? `status other, ${rawStatus ?? "nothing more said"}` : null),
      line: place.line ?? 1,
    },
  };
}

function statusAt(value: Json | undefined, place: CtrfPlace): CtrfStatus {
  const word = textAt(value, place) ?? "";
  return Object.hasOwn(MEANINGS, word)
    ? (word as CtrfStatus)
    : failAt(place, `"${clip(word, 40)}" is not one of ${Object.keys(MEANINGS).join(", ")}`);
}

/** A list since version 1, and one text before that. */
function suitesOf(value: Json | undefined, place: CtrfPlace): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  return arrayAt(value, place).map((one, index) => textAt(one, inside(place, String(index))) ?? "");
}

function failedBefore(value: Json | undefined, place: CtrfPlace): boolean {
  if (value === undefined || value === null) return false;
  return arrayAt(value, place).some((one, index) => {
    const at = inside(place, String(index));
    const attempt = objectAt(one, at);
    countAt(attempt["attempt"], inside(at, "attempt"));
    return MEANINGS[statusAt(attempt["status"], inside(at, "status"))] === "failed";
  });
}
