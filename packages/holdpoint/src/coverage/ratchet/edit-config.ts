import { HoldpointError } from "@holdpoint/core";
import { isScalar, LineCounter, parseDocument } from "yaml";

/** A number that takes the place of another. */
export interface ConfigEdit {
  /** Keys, and positions in lists, from the root of the document. */
  readonly path: readonly string[];
  readonly value: number;
}

/**
 * Replaces numbers in a YAML document where they stand, so that comments, order and layout stay as they are.
 *
 * @param file how errors name the file
 * @throws HoldpointError `HP-CONFIG-VALUE` for a place that holds no plain number of its own, such as an alias
 * @example
 * editNumbers("a: { b: 1 } # why\n", [{ path: ["a", "b"], value: 2 }], "f"); // "a: { b: 2 } # why\n"
 */
export function editNumbers(text: string, edits: readonly ConfigEdit[], file: string): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.2", schema: "core", lineCounter: lines });
  const places = edits.map(({ path, value }) => {
    const node = document.getIn(path, true);
    const isOwn = isScalar(node) && typeof node.value === "number" && node.anchor === undefined;
    if (!isOwn || node.range === null || node.range === undefined) {
      const detail = `${path.join(".")} is no plain number that could be edited; it may be an alias or an anchor`;
      throw new HoldpointError("HP-CONFIG-VALUE", detail, { file });
    }
    const [start, end] = node.range;
    return { start, end, value };
  });
  let edited = text;
  for (const { start, end, value } of places.sort((a, b) => b.start - a.start)) {
    edited = `${edited.slice(0, start)}${value}${edited.slice(end)}`;
  }
  return edited;
}
