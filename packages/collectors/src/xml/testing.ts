import { XmlReader } from "./reader.ts";
import type { XmlOptions } from "./reader.ts";

/** Everything a document says, in one line an event, with neighbouring pieces of text joined. For tests. */
export function xmlEvents(source: string | Uint8Array, options: Partial<XmlOptions> = {}): string[] {
  const bytes = typeof source === "string" ? Buffer.from(source) : source;
  const xml = new XmlReader(bytes, { file: "a.xml", ...options });
  const events: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") events.push(`text ${JSON.stringify(text)}`);
    text = "";
  };
  for (let event = xml.next(); event !== "end"; event = xml.next()) {
    if (event === "text") {
      text += xml.text();
      continue;
    }
    flush();
    events.push(event === "open" ? `open ${xml.name}${attributeList(xml)}` : `close ${xml.name}`);
  }
  return events;
}

function attributeList(xml: XmlReader): string {
  let list = "";
  for (let index = 0; index < xml.attributes.count; index += 1) {
    list += ` ${xml.attributes.nameAt(index)}=${JSON.stringify(xml.attributes.valueAt(index))}`;
  }
  return list;
}
