import type { JsonObject } from "@holdpoint/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { RawOperation } from "./raw-config.ts";
import type { Trouble } from "./trouble.ts";

/** Schemas of arguments and results that are no schemas; what refers to another document counts as none. */
export function argumentSchemaTroubles(operation: RawOperation, path: readonly string[]): Trouble[] {
  return [
    ...troubles(operation.arguments_schema, [...path, "arguments_schema"]),
    ...(operation.result_schema ? troubles(operation.result_schema, [...path, "result_schema"]) : []),
  ];
}

function troubles(schema: JsonObject, path: readonly string[]): Trouble[] {
  try {
    // A compiler of its own, so that two operations may use one `$id`.
    new Ajv2020({ strict: false, logger: false }).compile(schema);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ path, at: "value", text: `${path.at(-1)} is not a JSON Schema: ${why}` }];
  }
}
