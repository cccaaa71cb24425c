import { HoldpointError } from "@holdpoint/core";
import type { ConfigDocument } from "@holdpoint/gateway/config-document";
import { readYaml, refuseTroubles } from "@holdpoint/gateway/config-document";
import type { Trouble } from "./trouble.ts";
import type { SchemaName } from "./validate.ts";
import { schemaTroubles } from "./validate.ts";

/**
 * A document that people write, after its JSON Schema has accepted it.
 *
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE` with line and column
 */
export function readConfigDocument(bytes: Uint8Array, file: string, schema: SchemaName): ConfigDocument {
  const document = readYaml(decode(bytes, file), file, "HP-CONFIG-SYNTAX");
  refuseConfig(document, schemaTroubles(document.value, schema));
  return document;
}

/** @throws HoldpointError of the trouble that stands first, with its place; nothing happens where there is none */
export function refuseConfig(document: ConfigDocument, troubles: readonly Trouble[]): void {
  refuseTroubles(document, troubles, ({ code }) => code);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HoldpointError("HP-CONFIG-SYNTAX", "the file is not UTF-8 text", { file }, cause);
  }
}
