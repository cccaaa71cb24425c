import type { JsonObject } from "@holdpoint/core";

export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
export const STATEMENT_PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** in-toto Statement v1. */
export interface Statement<Predicate = JsonObject> {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly ResourceDescriptor[];
  readonly predicateType: string;
  readonly predicate: Predicate;
}

/** What a statement is about, or what it rests on; digests by algorithm, lower-case hexadecimal. */
export interface ResourceDescriptor {
  readonly name?: string;
  readonly uri?: string;
  readonly digest: Readonly<Record<string, string>>;
}
