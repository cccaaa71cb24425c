import { didYouMean } from "@holdpoint/core";
import type { AnySchemaObject, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { GATEWAY_SCHEMA } from "./schema.ts";
import type { Trouble } from "./trouble.ts";
import { spelled } from "./trouble.ts";

const OPTIONS = {
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
} as const;

let compiled: ValidateFunction | null = null;

/** Everything in which a value differs from `schemas/gateway.v1.json`; empty when it is valid. */
export function schemaTroubles(value: unknown): Trouble[] {
  compiled ??= new Ajv2020(OPTIONS).compile(GATEWAY_SCHEMA);
  return compiled(value) ? [] : troublesOf(compiled.errors ?? []);
}

/** What Ajv found (`verbose`), in a person's words. */
export function troublesOf(errors: readonly ErrorObject[]): Trouble[] {
  return errors.filter((error) => !isEcho(error)).map(trouble);
}

/** Ajv reports the parts of a compound keyword and the whole; one of the two says it better. */
function isEcho({ keyword, propertyName }: ErrorObject): boolean {
  return propertyName !== undefined || keyword === "if";
}

function trouble(error: ErrorObject): Trouble {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = error.params as Readonly<Record<string, string>>;
  if (error.keyword === "additionalProperties") {
    const key = params["additionalProperty"] ?? "";
    const known = Object.keys((error.parentSchema as AnySchemaObject)["properties"] ?? {});
    return { path: [...path, key], at: "key", text: `${spelled(path)} has no key "${key}"${didYouMean(key, known)}` };
  }
  if (error.keyword === "propertyNames") {
    const key = params["propertyName"] ?? "";
    return { path: [...path, key], at: "key", text: `"${key}" cannot be a name in ${spelled(path)}` };
  }
  if (error.keyword === "required") {
    return { path, at: "value", text: `${spelled(path)} needs the key "${params["missingProperty"]}"` };
  }
  return { path, at: "value", text: `${spelled(path)} ${wanted(error)}` };
}

const SHOWN_MAX = 60;

function wanted(error: ErrorObject): string {
  const { examples } = error.parentSchema as { examples?: readonly unknown[] };
  const shown = (JSON.stringify(error.data) ?? "undefined").slice(0, SHOWN_MAX);
  switch (error.keyword) {
    case "const":
      return `must be ${JSON.stringify(error.schema)}, not ${shown}`;
    case "enum":
      return `must be one of ${(error.schema as readonly string[]).join(", ")}, not ${shown}`;
    case "pattern": {
      const forms = examples === undefined ? "" : `; for example ${examples.join(", ")}`;
      return `is not of the right form: ${shown}${forms}`;
    }
    case "type":
      return `must be ${String(error.schema).replace(",", " or ")}, not ${shown}`;
    default:
      return `${error.message ?? "is not valid"}: ${shown}`;
  }
}
