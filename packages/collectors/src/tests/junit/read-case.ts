import type { TestStatus } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { TEST_MESSAGE_CHARS_MAX, TEST_NAME_CHARS_MAX } from "../../reading/limits.ts";
import type { XmlReader } from "../../xml/reader.ts";
import { skipElement } from "./skip-element.ts";
import { secondsToMs } from "./seconds.ts";
import { statusMeaning } from "./status-word.ts";
import type { Tally } from "./tally.ts";

/** One `<testcase>` as it stands in the report. */
export interface ListedCase {
  readonly name: string;
  readonly className: string | null;
  readonly file: string | null;
  readonly line: number;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  readonly flaky: boolean;
  readonly message: string | null;
  /** What it adds to the counts of its suite. */
  readonly tally: Tally;
}

interface Marks {
  failed: boolean;
  errored: boolean;
  warned: boolean;
  skipped: boolean;
  /** Not done yet: node:test lets such a test fail without calling it a failure. */
  todo: boolean;
  flaky: boolean;
  message: string | null;
}

/** Reads the `<testcase>` at whose start tag the reader stands, up to and with its end tag. */
export function readCase(xml: XmlReader): ListedCase {
  const { line, attributes } = xml;
  const name = attributes.get("name");
  if (name === null) xml.fail("HP-READ-SYNTAX", "a <testcase> without a name");
  if (name.length > TEST_NAME_CHARS_MAX) {
    xml.fail("HP-READ-TOO-LARGE", `the name of a test is longer than ${TEST_NAME_CHARS_MAX} characters`);
  }
  const className = attributes.get("classname") ?? attributes.get("class");
  const file = attributes.get("file");
  const durationMs = secondsToMs(attributes.get("time") ?? attributes.get("duration"));
  const said = [attributes.get("status"), attributes.get("result")].map((word) => meaning(xml, word));
  const marks = readMarks(xml);
  const status = worst(marks, said);
  const tally: Tally = {
    tests: 1,
    failures: marks.failed || (said.includes("failed") && !marks.errored && !marks.warned) ? 1 : 0,
    errors: marks.errored || (said.includes("errored") && !marks.failed) ? 1 : 0,
    skipped: marks.skipped ? 1 : 0,
    notRun: marks.skipped || said.includes("skipped") ? 1 : 0,
  };
  const flaky = marks.flaky && status === "passed";
  return { name, className, file, line, status, durationMs, flaky, message: marks.message, tally };
}

function meaning(xml: XmlReader, word: string | null): ReturnType<typeof statusMeaning> {
  if (word === null) return null;
  const found = statusMeaning(word);
  if (found === null) xml.fail("HP-READ-SYNTAX", `"${clip(word, 40)}" is not a status that is known`);
  return found;
}

function worst(marks: Marks, said: readonly (string | null)[]): TestStatus {
  if (marks.todo) return "skipped";
  if (marks.errored || said.includes("errored")) return "errored";
  if (marks.failed || marks.warned || said.includes("failed")) return "failed";
  if (marks.skipped || said.includes("skipped")) return "skipped";
  return "passed";
}

function readMarks(xml: XmlReader): Marks {
  const none = { failed: false, errored: false, warned: false, skipped: false, todo: false, flaky: false };
  const marks: Marks = { ...none, message: null };
  const inside = xml.depth;
  for (let event = xml.next(); event !== "close" || xml.depth >= inside; event = xml.next()) {
    if (event === "open") readMark(xml, marks);
  }
  return marks;
}

/** Anything else inside a case might be some runner's word for a failure, so it is refused. */
const NEUTRAL: ReadonlySet<string> = new Set([
  "system-out",
  "system-err",
  "properties",
  "property",
  "attachments",
  "attachment",
  "rerunFailure",
  "rerunError",
  "output",
  "stdout",
  "stderr",
  "description",
  "tags",
  "categories",
  "labels",
  "metadata",
  "parameters",
  "measurement",
  "measurements",
  "time",
  "benchmark",
  "perfcharts",
  "traits",
  "steps",
  "step",
  "links",
]);

function readMark(xml: XmlReader, marks: Marks): void {
  const { name } = xml;
  switch (name) {
    case "failure":
    case "error":
    case "warning":
      readFailure(xml, marks, name);
      return;
    case "skipped":
    case "disabled":
      marks.skipped = true;
      marks.todo ||= xml.attributes.get("type") === "todo";
      keepMessage(xml, marks);
      return;
    case "flakyFailure":
    case "flakyError":
      marks.flaky = true;
      keepMessage(xml, marks);
      return;
    default:
      if (!NEUTRAL.has(name)) xml.fail("HP-READ-SYNTAX", `<${clip(name, 40)}> in a <testcase> is not known`);
      skipElement(xml);
  }
}

/** The first failure's message stands before any other. */
function readFailure(xml: XmlReader, marks: Marks, name: "failure" | "error" | "warning"): void {
  const isFirst = !marks.failed && !marks.errored && !marks.warned;
  if (name === "failure") marks.failed = true;
  else if (name === "error") marks.errored = true;
  else marks.warned = true;
  const message = messageOf(xml);
  marks.message = (isFirst ? message : null) ?? marks.message ?? message;
}

function keepMessage(xml: XmlReader, marks: Marks): void {
  const message = messageOf(xml);
  marks.message ??= message;
}

/** The `message` attribute, else the text inside. */
function messageOf(xml: XmlReader): string | null {
  const attribute = xml.attributes.get("message");
  const text = skipElement(xml, TEST_MESSAGE_CHARS_MAX).trim();
  const message = attribute === null || attribute.trim() === "" ? text : attribute;
  return message === "" ? null : clip(message, TEST_MESSAGE_CHARS_MAX);
}
