import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { JsonCursor } from "./cursor.ts";
import type { JsonKind } from "./kind.ts";
import type { Place } from "./places.ts";

/** A value that begins. */
export class JsonSpot {
  readonly kind: JsonKind;
  readonly place: Place;
  readonly #file: string;

  constructor(file: string, kind: JsonKind, place: Place) {
    this.#file = file;
    this.kind = kind;
    this.place = place;
  }

  /** @throws HoldpointError with the place of the value */
  fail(detail: string, code: ErrorCode = "HP-READ-SYNTAX", place: Place = this.place): never {
    throw new HoldpointError(code, detail, { file: this.#file, ...place });
  }

  /** For a document that is JSON, and of another format. */
  failFormat(detail: string, place: Place = this.place): never {
    return this.fail(detail, "HP-READ-NOT-THE-FORMAT", place);
  }
}

/**
 * What a format makes of a value of the outer levels of its documents. Members and items are asked for one after
 * the other, when their first byte is there; a value is read when all of it is there, and then gone from memory.
 */
export type JsonNode = JsonObjectNode | JsonArrayNode | JsonValueNode;

export interface JsonObjectNode {
  readonly kind: "object";
  readonly member: (key: string, spot: JsonSpot) => JsonNode;
  /** After the last member. */
  readonly end?: () => void;
}

export interface JsonArrayNode {
  readonly kind: "array";
  readonly item: (index: number, spot: JsonSpot) => JsonNode;
  /** After the last item. */
  readonly end?: () => void;
}

export interface JsonValueNode {
  readonly kind: "value";
  /** Goes over the value at which the cursor stands. */
  readonly read: (cursor: JsonCursor) => void;
}

/** A value that nobody asks for, which must be JSON all the same. */
export const SKIPPED: JsonValueNode = { kind: "value", read: (cursor) => cursor.skip() };
