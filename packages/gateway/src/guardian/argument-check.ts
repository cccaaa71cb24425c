import type { JsonObject } from "@holdpoint/core";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { OperationSpec } from "../contract/adapter.ts";
import { spelled } from "../config/trouble.ts";
import { closeObjects } from "./close-objects.ts";

/** What is wrong with arguments, by the field's name and without any of their values; null when nothing is. */
export type ArgumentCheck = (args: JsonObject) => string | null;

const SHOWN_CHARS_MAX = 100;

const OPTIONS = {
  strict: true,
  strictTypes: false,
  strictRequired: false,
  strictTuples: false,
  allowUnionTypes: true,
  // A field counts only where it is the object's own, so that "constructor" can be missing.
  ownProperties: true,
  allErrors: false,
  logger: false,
} as const;

const checks = new WeakMap<OperationSpec, ArgumentCheck | HoldpointError>();
let ajv: Ajv2020 | null = null;

/**
 * The check of an operation's arguments, compiled once. Unknown fields are refused wherever the schema does not say
 * otherwise; keywords and formats that would not be checked are refused rather than passed over.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG` when the schema cannot be used
 * @example
 * argumentCheckOf(refund)({ chrage: "ch_1" }); // 'arguments has the unknown field "chrage"'
 */
export function argumentCheckOf(operation: OperationSpec): ArgumentCheck {
  let check = checks.get(operation);
  if (check === undefined) {
    check = compiled(operation);
    checks.set(operation, check);
  }
  if (typeof check !== "function") throw check;
  return check;
}

function compiled({ name, argumentsSchema }: OperationSpec): ArgumentCheck | HoldpointError {
  try {
    ajv ??= new Ajv2020(OPTIONS);
    const schema = closeObjects(argumentsSchema);
    const validate: ValidateFunction = ajv.compile(schema);
    ajv.removeSchema(schema);
    return (args) => (validate(args) ? null : told(validate.errors?.[0]));
  } catch (thrown) {
    if (isHoldpointError(thrown)) return thrown;
    const why = (thrown as Error).message;
    const text = `the arguments' schema of the operation "${name}" cannot be used: ${why}`;
    return new HoldpointError("HP-GATEWAY-CONFIG", text, {}, thrown);
  }
}

function told(error: ErrorObject | undefined): string {
  if (error === undefined) return "arguments are not what the operation takes";
  const where = spelledField(error.instancePath);
  const params = error.params as Readonly<Record<string, unknown>>;
  const unknown = params["additionalProperty"] ?? params["unevaluatedProperty"];
  if (unknown !== undefined) return `${where} has the unknown field ${shown(unknown)}`;
  if (error.keyword === "required") return `${where} lacks the field ${shown(params["missingProperty"])}`;
  if (error.keyword === "enum" || error.keyword === "const") return `${where} is not one of the values that it may be`;
  return `${where} ${error.message ?? "is not valid"}`;
}

function spelledField(pointer: string): string {
  const path = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const text = spelled(["arguments", ...path]);
  return /^[\w.[\]-]+$/.test(text) && text.length <= SHOWN_CHARS_MAX ? text : `the field ${shown(text)}`;
}

/** Names are the asker's own, so they are cut and escaped before somebody reads them. */
function shown(name: unknown): string {
  return JSON.stringify(String(name).slice(0, SHOWN_CHARS_MAX));
}
