import type { JsonObject } from "@holdpoint/core";
import type { RawCommandOperation, RawHttpOperation, RawOperation } from "./raw-config.ts";
import type { Trouble } from "./trouble.ts";

const IN_PATH = /\{([^{}]*)\}/g;
const WHOLE = /^\{([^{}]+)\}$/;

/** Names in braces that stand for arguments which a call need not have: what would be called cannot be known then. */
export function placeholderTroubles(operation: RawOperation, path: readonly string[]): Trouble[] {
  const { arguments_schema: schema } = operation;
  if (isHttp(operation)) {
    return namesIn(operation.path).flatMap((name) => missing(name, schema, [...path, "path"]));
  }
  if (!isCommand(operation)) return [];
  return operation.command.flatMap((word, index) => {
    const name = WHOLE.exec(word)?.[1];
    return name === undefined ? [] : missing(name, schema, [...path, "command", String(index)]);
  });
}

/** @example namesIn("/orders/{order_id}/lines/{line}"); // ["order_id", "line"] */
function namesIn(path: string): string[] {
  return Array.from(path.matchAll(IN_PATH), ([, name = ""]) => name);
}

function missing(name: string, schema: JsonObject, path: readonly string[]): Trouble[] {
  const { required } = schema;
  if (Array.isArray(required) && required.includes(name)) return [];
  const text = `{${name}} is not among the required arguments of arguments_schema`;
  return [{ path, at: "value", text }];
}

function isHttp(operation: RawOperation): operation is RawHttpOperation {
  return "method" in operation;
}

function isCommand(operation: RawOperation): operation is RawCommandOperation {
  return "command" in operation;
}
