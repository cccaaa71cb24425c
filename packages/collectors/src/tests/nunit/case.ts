import type { TestStatus } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import type { XmlReader } from "../../xml/reader.ts";
import { secondsToMs } from "../junit/seconds.ts";
import { eachChild, passOver, requiredAttribute } from "../xml/element.ts";
import { messageInside } from "../xml/failure-text.ts";
import { classOf, withoutClass } from "../xml/type-name.ts";

/** Elements that carry a verdict; nowhere else may one of them stand. */
export const NUNIT_VERDICTS: ReadonlySet<string> = new Set(["test-run", "test-results", "test-suite", "test-case"]);

/** How NUnit itself counts a case. */
export type NunitResult = "passed" | "failed" | "errored" | "skipped" | "inconclusive" | "warning" | "explicit";

export interface NunitCase {
  readonly result: NunitResult;
  readonly className: string | null;
  readonly name: string;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  readonly message: string | null;
  readonly line: number;
}

const RESULTS: Readonly<Record<string, NunitResult>> = {
  passed: "passed",
  success: "passed",
  // NUnit does not hold a run for a warning; its text is kept as the message.
  warning: "warning",
  failed: "failed",
  failure: "failed",
  error: "errored",
  cancelled: "errored",
  invalid: "errored",
  notrunnable: "errored",
  skipped: "skipped",
  ignored: "skipped",
  explicit: "explicit",
  inconclusive: "inconclusive",
};

const STATUSES: Readonly<Record<NunitResult, TestStatus>> = {
  passed: "passed",
  warning: "passed",
  failed: "failed",
  errored: "errored",
  skipped: "skipped",
  inconclusive: "skipped",
  explicit: "skipped",
};

/** Reads the `<test-case>` that was just opened, to its end. */
export function readCase(xml: XmlReader): NunitCase {
  const { line, attributes } = xml;
  const result = resultOf(xml);
  const short = requiredAttribute(xml, "name");
  const full = attributes.get("fullname") ?? short;
  const className = attributes.get("classname") ?? classOf(full);
  const durationMs = secondsToMs(attributes.get("duration") ?? attributes.get("time"));
  let message: string | null = null;
  let failed = false;
  eachChild(xml, (name) => {
    if (name === "failure") {
      failed = true;
      message = messageInside(xml, NUNIT_VERDICTS) ?? message;
    } else if (name === "reason") message ??= messageInside(xml, NUNIT_VERDICTS);
    else passOver(xml, NUNIT_VERDICTS);
  });
  const worst: NunitResult = failed && result !== "errored" ? "failed" : result;
  const name = withoutClass(full, className);
  return { result: worst, className, name, status: STATUSES[worst], durationMs, message, line };
}

/** The result, made more exact by its label; a case of version 2 that was not run may have none. */
function resultOf(xml: XmlReader): NunitResult {
  const { attributes } = xml;
  const word = attributes.get("result");
  if (word === null) {
    if (attributes.get("executed")?.toLowerCase() === "false") return "skipped";
    const success = attributes.get("success")?.toLowerCase();
    if (success === "true" || success === "false") return success === "true" ? "passed" : "failed";
    return xml.fail("HP-READ-SYNTAX", "a <test-case> without a result");
  }
  const result = nunitResult(word) ?? xml.fail("HP-READ-SYNTAX", `"${clip(word, 40)}" is not a result that is known`);
  const label = attributes.get("label")?.toLowerCase();
  if (result === "failed" && (label === "error" || label === "invalid" || label === "cancelled")) return "errored";
  return result === "skipped" && label === "explicit" ? "explicit" : result;
}

function nunitResult(word: string): NunitResult | null {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(RESULTS, key) ? (RESULTS[key] ?? null) : null;
}
