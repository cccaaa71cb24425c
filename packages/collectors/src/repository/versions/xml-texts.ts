import { XmlReader } from "../../xml/reader.ts";

export interface XmlText {
  /** Names from the root down, namespace prefixes left out. */
  readonly path: string;
  readonly text: string;
  /** True when the element or one around it has a `Condition`. */
  readonly isConditional: boolean;
}

const TEXT_SIZE_BYTES_MAX = 4096;

/** The trimmed text of every element that holds nothing but text, in document order. */
export function readXmlTexts(text: string, file: string): XmlText[] {
  const xml = new XmlReader(Buffer.from(text), { file });
  const texts: XmlText[] = [];
  const open: { readonly path: string; readonly isConditional: boolean; text: string; isLeaf: boolean }[] = [];
  for (let event = xml.next(); event !== "end"; event = xml.next()) {
    const parent = open.at(-1);
    if (event === "open") {
      if (parent !== undefined) parent.isLeaf = false;
      const name = xml.name.slice(xml.name.indexOf(":") + 1);
      const path = parent === undefined ? name : `${parent.path}/${name}`;
      const isConditional = parent?.isConditional === true || xml.attributes.get("Condition") !== null;
      open.push({ path, isConditional, text: "", isLeaf: true });
    } else if (event === "text") {
      if (parent?.isLeaf === true) parent.text += xml.text(TEXT_SIZE_BYTES_MAX);
    } else {
      const { path = "", isConditional = false, isLeaf = false, text: inner = "" } = open.pop() ?? {};
      if (isLeaf) texts.push({ path, isConditional, text: inner.trim() });
    }
  }
  return texts;
}
