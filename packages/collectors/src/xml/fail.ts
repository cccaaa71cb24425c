import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { placeOf } from "../reading/place.ts";

/** A document while it is read: where errors say that they happened. */
export interface XmlDocument {
  readonly bytes: Buffer;
  readonly file: string;
}

/** Throws with the line and column of a byte. */
export function failXml(document: XmlDocument, code: ErrorCode, detail: string, offset: number): never {
  throw new HoldpointError(code, detail, { file: document.file, ...placeOf(document.bytes, offset) });
}

/** The offset of a byte sequence at or after `from`, else `HP-READ-TRUNCATED` at the place where `what` began. */
export function endOf(document: XmlDocument, sequence: string, from: number, began: number, what: string): number {
  const at = document.bytes.indexOf(sequence, from, "latin1");
  if (at === -1) failXml(document, "HP-READ-TRUNCATED", `the file ends inside ${what}`, began);
  return at;
}
