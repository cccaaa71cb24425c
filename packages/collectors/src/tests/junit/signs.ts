import type { XmlReader } from "../../xml/reader.ts";
import type { DialectSigns } from "./dialect.ts";
import { skipElement } from "./skip-element.ts";

const PROPERTIES_MAX = 200;

/** Gathers from the beginning of a report what its dialect is recognised by. */
export class SignCollector {
  #root: { name: string; title: string | null; attributes: readonly string[] } | null = null;
  #suite: { title: string | null; package: string | null; attributes: readonly string[] } | null = null;
  #case: { class: string | null; attributes: readonly string[] } | null = null;
  readonly #properties = new Set<string>();

  suite(xml: XmlReader): void {
    const title = xml.attributes.get("name");
    this.#root ??= { name: xml.name, title, attributes: attributeNames(xml) };
    if (xml.name !== "testsuite") return;
    this.#suite ??= { title, package: xml.attributes.get("package"), attributes: attributeNames(xml) };
  }

  testCase(xml: XmlReader): void {
    this.#case ??= { class: xml.attributes.get("classname"), attributes: attributeNames(xml) };
  }

  /** Reads the `<properties>` that was just opened to its end. */
  readProperties(xml: XmlReader): void {
    const { depth } = xml;
    for (let event = xml.next(); event !== "close" || xml.depth >= depth; event = xml.next()) {
      if (event !== "open") continue;
      const name = xml.name === "property" ? xml.attributes.get("name") : null;
      if (name !== null && this.#properties.size < PROPERTIES_MAX) this.#properties.add(name);
      skipElement(xml);
    }
  }

  signs(): DialectSigns {
    return {
      root: this.#root?.name ?? "",
      rootName: this.#root?.title ?? null,
      rootAttributes: this.#root?.attributes ?? [],
      suiteName: this.#suite?.title ?? null,
      suitePackage: this.#suite?.package ?? null,
      suiteAttributes: this.#suite?.attributes ?? [],
      caseAttributes: this.#case?.attributes ?? [],
      caseClass: this.#case?.class ?? null,
      properties: this.#properties,
    };
  }
}

function attributeNames(xml: XmlReader): readonly string[] {
  return Array.from({ length: xml.attributes.count }, (_, index) => xml.attributes.nameAt(index));
}
