import type { XmlReader } from "../../xml/reader.ts";

/**
 * Steps over the element that was just opened. Returns the beginning of its text, up to `textCharsMax`. What carries a
 * verdict must not be hidden in there: an element named in `verdicts` is refused with `HP-READ-SYNTAX`.
 */
export function passOver(xml: XmlReader, verdicts: ReadonlySet<string>, textCharsMax: number = 0): string {
  const { name, depth } = xml;
  let text = "";
  for (let event = xml.next(); event !== "close" || xml.depth >= depth; event = xml.next()) {
    if (event === "open" && verdicts.has(xml.name)) xml.fail("HP-READ-SYNTAX", `<${xml.name}> inside <${name}>`);
    if (event === "text" && text.length < textCharsMax) text += xml.text(4 * textCharsMax);
  }
  return text;
}

/** Calls back at each child that is opened in the element that was just opened, which must read it to its end. */
export function eachChild(xml: XmlReader, read: (name: string) => void): void {
  const { depth } = xml;
  for (let event = xml.next(); event !== "close" || xml.depth >= depth; event = xml.next()) {
    if (event === "open") read(xml.name);
  }
}

/** A count in an attribute, null when it is not there. Throws `HP-READ-SYNTAX` for what is no number from 0. */
export function countAttribute(xml: XmlReader, name: string): number | null {
  const text = xml.attributes.get(name)?.trim() ?? "";
  if (text === "") return null;
  if (!/^[0-9]{1,15}$/.test(text)) xml.fail("HP-READ-SYNTAX", `${name}="${text.slice(0, 40)}" is not a count`);
  return Number(text);
}

/** Throws `HP-READ-SYNTAX` when the attribute is not there. */
export function requiredAttribute(xml: XmlReader, name: string): string {
  return xml.attributes.get(name) ?? xml.fail("HP-READ-SYNTAX", `<${xml.name}> without ${name}`);
}
