import type { XmlReader } from "../../xml/reader.ts";
import { passOver } from "../xml/element.ts";

/** What must not be hidden inside something that is stepped over. */
const RESULTS: ReadonlySet<string> = new Set(["testcase", "testsuite", "testsuites", "failure", "error", "skipped"]);

/** Steps over the element that was just opened. Returns the beginning of its text, up to `textCharsMax`. */
export function skipElement(xml: XmlReader, textCharsMax: number = 0): string {
  return passOver(xml, RESULTS, textCharsMax);
}
