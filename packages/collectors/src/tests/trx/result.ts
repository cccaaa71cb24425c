import type { TestStatus } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import type { XmlReader } from "../../xml/reader.ts";
import { eachChild, passOver, requiredAttribute } from "../xml/element.ts";
import { messageInside } from "../xml/failure-text.ts";
import { trxDuration, trxOutcome } from "./outcome.ts";

/** One result; results of data rows or ordered tests stand in it. */
export interface TrxResult {
  readonly testId: string;
  readonly name: string;
  readonly status: TestStatus;
  /** Inconclusive counts as executed for some producers. */
  readonly isInconclusive: boolean;
  readonly durationMs: number | null;
  readonly message: string | null;
  readonly line: number;
  readonly inner: readonly TrxResult[];
}

/** Elements that carry a verdict; nowhere else may one of them stand. */
export const TRX_RESULTS: ReadonlySet<string> = new Set([
  "UnitTestResult",
  "ManualTestResult",
  "GenericTestResult",
  "WebTestResult",
  "TestResultAggregation",
  "TestResult",
]);

/** Reads the result that was just opened, to its end. */
export function readResult(xml: XmlReader): TrxResult {
  const { line, attributes } = xml;
  const name = requiredAttribute(xml, "testName");
  const testId = attributes.get("testId") ?? "";
  const word = attributes.get("outcome");
  const status = trxOutcome(word);
  if (status === null) xml.fail("HP-READ-SYNTAX", `"${clip(word ?? "", 40)}" is not an outcome that is known`);
  const durationMs = trxDuration(attributes.get("duration"));
  const inner: TrxResult[] = [];
  let message: string | null = null;
  eachChild(xml, (child) => {
    if (child === "Output") message = readOutput(xml) ?? message;
    else if (child === "InnerResults") readInner(xml, inner);
    else passOver(xml, TRX_RESULTS);
  });
  const isInconclusive = word?.trim().toLowerCase() === "inconclusive";
  const missing = word === null || word.trim() === "" ? "the result has no outcome" : null;
  return { testId, name, status, isInconclusive, durationMs, message: message ?? missing, line, inner };
}

function readInner(xml: XmlReader, inner: TrxResult[]): void {
  eachChild(xml, (name) => {
    if (!TRX_RESULTS.has(name)) xml.fail("HP-READ-SYNTAX", `<${clip(name, 40)}> is not a result that is known`);
    inner.push(readResult(xml));
  });
}

/** `<Output>`: the message of its `<ErrorInfo>`. */
function readOutput(xml: XmlReader): string | null {
  let message: string | null = null;
  eachChild(xml, (name) => {
    if (name === "ErrorInfo") message = messageInside(xml, TRX_RESULTS) ?? message;
    else passOver(xml, TRX_RESULTS);
  });
  return message;
}
