import { isName } from "./characters.ts";
import type { XmlDocument } from "./fail.ts";
import { failXml } from "./fail.ts";

const KEPT_MAX = 4_096;

/** Names of a document, each made into a string once: reports repeat few names very often. */
export class XmlNames {
  readonly #document: XmlDocument;
  readonly #kept = new Map<number, { readonly start: number; readonly end: number; readonly name: string }>();

  constructor(document: XmlDocument) {
    this.#document = document;
  }

  /** The name between two offsets, whose ASCII bytes are known to be name characters. */
  at(start: number, end: number): string {
    const { bytes } = this.#document;
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const kept = this.#kept.get(hash);
    if (kept !== undefined && same(bytes, kept.start, kept.end, start, end)) return kept.name;
    const name = bytes.toString("utf8", start, end);
    if (!isName(name)) failXml(this.#document, "HP-READ-SYNTAX", "a character that no name may hold", start);
    if (this.#kept.size < KEPT_MAX) this.#kept.set(hash, { start, end, name });
    return name;
  }
}

function same(bytes: Buffer, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let step = 0; step < end - start; step += 1) {
    if (bytes[start + step] !== bytes[otherStart + step]) return false;
  }
  return true;
}
