import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Validators of the published schemas, compiled on first use. */
export type SchemaValidator = (document: unknown) => string[];

const PROBLEMS_MAX = 20;

/** Loads one of `@holdpoint/core/schemas/`; problems are `<JSON pointer> <what is wrong>`. */
export async function loadValidator(schema: string): Promise<SchemaValidator> {
  // Loaded here because Ajv takes longer to load than most verbs to run.
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const file = fileURLToPath(import.meta.resolve(`@holdpoint/core/schemas/${schema}`));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(file, "utf8")));
  return (document) => {
    if (validate(document)) return [];
    return (validate.errors ?? [])
      .slice(0, PROBLEMS_MAX)
      .map((error) => `${error.instancePath === "" ? "/" : error.instancePath} ${error.message ?? error.keyword}`);
  };
}
