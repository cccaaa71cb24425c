import type { XmlReader } from "../../xml/reader.ts";

/** What must not be hidden inside something that is stepped over. */
const RESULTS: ReadonlySet<string> = new Set(["testcase", "testsuite", "testsuites", "failure", "error", "skipped"]);

/** Steps over the element that was just opened. Returns the beginning of its text, up to `textCharsMax`. */
export function skipElement(xml: XmlReader, textCharsMax: number = 0): string {
  const { name, depth } = xml;
  let text = "";
  for (let event = xml.next(); event !== "close" || xml.depth >= depth; event = xml.next()) {
    if (event === "open" && RESULTS.has(xml.name)) xml.fail("HP-READ-SYNTAX", `<${xml.name}> inside <${name}>`);
    if (event === "text" && text.length < textCharsMax) text += xml.text(4 * textCharsMax);
  }
  return text;
}
