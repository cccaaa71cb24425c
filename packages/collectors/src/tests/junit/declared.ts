import type { XmlReader } from "../../xml/reader.ts";

/** Totals that a suite's start tag declares; null where it is silent. */
export interface DeclaredTotals {
  readonly tests: number | null;
  readonly failures: number | null;
  readonly errors: number | null;
  readonly skipped: number | null;
  readonly disabled: number | null;
}

/** Reads the totals of the start tag at which the reader stands. Throws `HP-READ-SYNTAX` for what is no number. */
export function declaredTotals(xml: XmlReader): DeclaredTotals {
  const read = (...names: readonly string[]): number | null => {
    for (const name of names) {
      const text = xml.attributes.get(name);
      if (text !== null && text !== "") return count(xml, name, text);
    }
    return null;
  };
  return {
    tests: read("tests"),
    failures: read("failures"),
    errors: read("errors"),
    skipped: read("skipped", "skips", "skip", "ignored"),
    disabled: read("disabled"),
  };
}

function count(xml: XmlReader, name: string, text: string): number {
  const plain = text.trim();
  const digits = /^[1-9][0-9]{0,2}(?:,[0-9]{3})+$/.test(plain) ? plain.replaceAll(",", "") : plain;
  if (!/^[0-9]{1,15}$/.test(digits)) xml.fail("HP-READ-SYNTAX", `${name}="${text.slice(0, 40)}" is not a count`);
  return Number(digits);
}
