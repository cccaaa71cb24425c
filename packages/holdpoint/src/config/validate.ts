import { didYouMean } from "@holdpoint/core";
import type { AnySchemaObject, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import loadSchema from "../../schemas/load.v1.json" with { type: "json" };
import schema from "../../schemas/holdpoint.v1.json" with { type: "json" };
import soakSchema from "../../schemas/soak.v1.json" with { type: "json" };
import { spelled } from "@holdpoint/gateway/config-document";
import type { Trouble } from "./trouble.ts";

const OPTIONS = { allErrors: true, verbose: true, strict: true, strictRequired: false, allowUnionTypes: true } as const;

/** Names of the schemas of what people write. */
export type SchemaName = "holdpoint" | "load" | "soak";

const SCHEMAS: Readonly<Record<SchemaName, AnySchemaObject>> = {
  holdpoint: schema,
  load: loadSchema,
  soak: soakSchema,
};

const compiled: Map<SchemaName, ValidateFunction> = new Map();

/** Everything in which a value differs from one of the configuration's JSON Schemas; empty when it is valid. */
export function schemaTroubles(value: unknown, which: SchemaName = "holdpoint"): Trouble[] {
  const validate = compiled.get(which) ?? new Ajv2020({ ...OPTIONS, schemas: others(which) }).compile(SCHEMAS[which]);
  compiled.set(which, validate);
  return validate(value) ? [] : (validate.errors ?? []).filter((error) => !isEcho(error)).map(trouble);
}

/** Those that a schema may refer to. */
function others(which: SchemaName): AnySchemaObject[] {
  return Object.entries(SCHEMAS).flatMap(([name, one]) => (name === which ? [] : [one]));
}

/** Ajv reports the parts of a compound keyword and the whole; one of the two says it better. */
function isEcho({ keyword, propertyName, schemaPath }: ErrorObject): boolean {
  return propertyName !== undefined || keyword === "if" || schemaPath.includes("/anyOf/");
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
    const text = `${spelled(path)} has no key "${key}"${didYouMean(key, known)}`;
    return { code: "HP-CONFIG-UNKNOWN-KEY", path: [...path, key], at: "key", text };
  }
  if (error.keyword === "propertyNames") {
    const key = params["propertyName"] ?? "";
    const text = `"${key}" cannot be a name in ${spelled(path)}: lower-case letters, digits and hyphens`;
    return { code: "HP-CONFIG-VALUE", path: [...path, key], at: "key", text };
  }
  if (error.keyword === "required") {
    const text = `${spelled(path)} needs the key "${params["missingProperty"]}"`;
    return { code: "HP-CONFIG-VALUE", path, at: "value", text };
  }
  if (error.keyword === "anyOf") {
    const keys = (error.schema as readonly { readonly required: readonly string[] }[]).flatMap(
      ({ required }) => required,
    );
    const text = `${spelled(path)} needs one of the keys ${keys.map((key) => `"${key}"`).join(", ")}`;
    return { code: "HP-CONFIG-VALUE", path, at: "value", text };
  }
  return { code: "HP-CONFIG-VALUE", path, at: "value", text: `${spelled(path)} ${wanted(error)}` };
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
    case "pattern":
      return [
        `is not of the right form: ${shown}`,
        ...(examples === undefined ? [] : [`for example ${examples.join(", ")}`]),
      ].join("; ");
    case "type":
      return `must be ${String(error.schema).replace(",", " or ")}, not ${shown}`;
    default:
      return `${error.message ?? "is not valid"}: ${shown}`;
  }
}
