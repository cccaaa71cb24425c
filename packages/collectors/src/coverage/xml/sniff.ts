import { isHoldpointError } from "@holdpoint/core";
import { XmlScanner } from "./scanner.ts";

/** How a document begins. */
export interface XmlHead {
  readonly root: string;
  readonly attributes: readonly string[];
  /** First element inside the root, as far as the head shows one. */
  readonly child: string | null;
}

/** Root element and its first child; null for what is no XML. */
export function sniffXml(head: Uint8Array): XmlHead | null {
  let found: XmlHead | null = null;
  const enough = new Error("enough");
  const scanner = new XmlScanner({
    file: "",
    words: [],
    handler: {
      open(name) {
        const text = scanner.nameOf(name);
        if (found !== null) {
          found = { ...found, child: text };
          throw enough;
        }
        found = { root: text, attributes: scanner.tag.attributeNames(), child: null };
      },
      close() {},
    },
  });
  try {
    scanner.push(head);
  } catch (thrown) {
    if (thrown === enough) return found;
    if (!isHoldpointError(thrown)) throw thrown;
    return null;
  }
  return found;
}
