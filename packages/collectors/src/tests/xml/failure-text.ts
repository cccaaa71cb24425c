import { TEST_MESSAGE_CHARS_MAX } from "../../reading/limits.ts";
import type { XmlReader } from "../../xml/reader.ts";
import { eachChild, passOver } from "./element.ts";

const NONE: ReadonlySet<string> = new Set();

/**
 * The `<message>` in the element that was just opened (`<failure>`, `<reason>`, `<ErrorInfo>`…), which is read to its
 * end; null when it says nothing.
 */
export function messageInside(xml: XmlReader, verdicts: ReadonlySet<string>): string | null {
  let message: string | null = null;
  eachChild(xml, (name) => {
    if (verdicts.has(name)) xml.fail("HP-READ-SYNTAX", `<${name}> where a message is told`);
    const text = passOver(xml, verdicts, name.toLowerCase() === "message" ? TEST_MESSAGE_CHARS_MAX : 0);
    if (text.trim() !== "") message ??= text;
  });
  return message;
}

/** The text of the element that was just opened, which is read to its end; null when there is none. */
export function textInside(xml: XmlReader): string | null {
  const text = passOver(xml, NONE, TEST_MESSAGE_CHARS_MAX).trim();
  return text === "" ? null : text;
}
