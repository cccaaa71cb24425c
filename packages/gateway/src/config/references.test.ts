import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { SETTING_PATHS, SETTING_SPECS } from "../settings/setting-specs.ts";
import { argumentSchemaTroubles } from "./argument-schemas.ts";
import { placeholderTroubles } from "./placeholders.ts";
import type { RawConfig, RawHttpOperation, RawOperation } from "./raw-config.ts";
import { referenceTroubles } from "./references.ts";
import type { Trouble } from "./trouble.ts";
import { spelled } from "./trouble.ts";

const OPERATION: RawOperation = { name: "do", risk: "low", arguments_schema: { type: "object" } };

function config(over: Partial<RawConfig> = {}): RawConfig {
  return { version: 1, policy: "policy.yaml", adapters: [], ...over };
}

function told(troubles: readonly Trouble[]): string[] {
  return troubles.map(({ path, at, text }) => `${spelled(path)} ${at}: ${text}`);
}

describe("settings in the file", () => {
  const of = (settings: JsonObject): string[] => told(referenceTroubles(config({ settings }), {}));
  const nested = (path: string, value: number | boolean | string): JsonObject => {
    const [group = "", name = ""] = path.split(".");
    return { [group]: { [name]: value } };
  };

  test("every setting is taken at its bounds, and refused one beyond them and as another kind", () => {
    assert.ok(SETTING_PATHS.length > 20);
    for (const path of SETTING_PATHS) {
      const { default: normal, min, max } = SETTING_SPECS[path];
      if (typeof normal === "boolean") {
        assert.deepEqual([of(nested(path, true)), of(nested(path, false))], [[], []], path);
        assert.equal(of(nested(path, 1)).length, 1, path);
        continue;
      }
      assert.deepEqual([of(nested(path, min)), of(nested(path, max))], [[], []], path);
      for (const wrong of [min - 1, max + 1, min + 0.5, String(normal), true]) {
        const [text = ""] = of(nested(path, wrong));
        assert.match(text, new RegExp(`^settings\\.${path} value: .* from ${min} to ${max} `), `${path} ${wrong}`);
      }
    }
  });

  test("names that every object has are no settings", () => {
    for (const group of ["constructor", "toString", "hasOwnProperty"]) {
      assert.match(of({ [group]: {} }).join(), /there are no settings called/, group);
      assert.match(of({ executor: { [group]: 1 } }).join(), /there is no setting/, group);
    }
  });
});

describe("names in braces", () => {
  const http = (path: string, schema: JsonObject): string[] => {
    const operation: RawHttpOperation = { ...OPERATION, method: "GET", path, arguments_schema: schema };
    return told(placeholderTroubles(operation, ["o"]));
  };

  test("stand for arguments that every call has", () => {
    const schema = { type: "object", required: ["id", "line"], properties: { other: {} } };
    assert.deepEqual(http("/orders/{id}/lines/{line}", schema), []);
    assert.deepEqual(http("/orders/{id}/{id}", schema), []);
    assert.equal(http("/orders/{other}", schema).length, 1, "one that a call may leave out");
    assert.equal(http("/orders/{Id}", schema).length, 1);
    assert.equal(http("/{a}/{b}", schema).length, 2);
    assert.equal(http("/{}", schema).length, 1);
  });

  test("without required arguments none can be filled in", () => {
    for (const required of [undefined, null, "id", { id: true }, 3]) {
      const schema = (required === undefined ? {} : { required }) as JsonObject;
      assert.equal(http("/{id}", schema).length, 1, JSON.stringify(required));
    }
  });

  test("a word of a command is one as a whole or not at all", () => {
    const command = (...words: readonly string[]): string[] =>
      told(
        placeholderTroubles({ ...OPERATION, command: words, arguments_schema: { required: ["id"] } } as RawOperation, [
          "o",
        ]),
      );
    assert.deepEqual(command("run", "{id}"), []);
    assert.deepEqual(command("run", "--id={gone}", "{", "}", "{}"), []);
    assert.deepEqual(command("run", "x", "{gone}"), [
      "o.command[2] value: {gone} is not among the required arguments of arguments_schema",
    ]);
  });
});

describe("schemas of arguments and results", () => {
  const of = (schema: JsonObject, result?: JsonObject | null): string[] =>
    told(
      argumentSchemaTroubles(
        { ...OPERATION, arguments_schema: schema, ...(result === undefined ? {} : { result_schema: result }) },
        ["o"],
      ),
    );

  test("are schemas of JSON Schema 2020-12", () => {
    assert.deepEqual(of({ type: "object", properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: true } }), []);
    assert.deepEqual(of({}, null), []);
    assert.deepEqual(of({ $id: "urn:x:a" }, { $id: "urn:x:a" }), [], "two may have one name");
    const wrong: readonly JsonObject[] = [
      { type: "objekt" },
      { minimum: "1" },
      { required: "id" },
      { pattern: "(" },
      { $ref: "#/$defs/gone" },
      { $ref: "https://elsewhere.example/schema.json" },
    ];
    for (const schema of wrong) {
      assert.match(of(schema).join(), /^o\.arguments_schema value: arguments_schema is not a JSON Schema/);
      assert.match(of({}, schema).join(), /^o\.result_schema value: result_schema is not a JSON Schema/);
    }
    assert.equal(of({ type: "objekt" }, { type: "objekt" }).length, 2);
  });
});

describe("names given twice", () => {
  test("are told where the second one stands, for adapters and for operations of one adapter", () => {
    const adapter = (name: string, ...operations: readonly string[]): RawConfig["adapters"][number] => ({
      kind: "function",
      name,
      module: "./x.js",
      operations: operations.map((one) => ({ ...OPERATION, name: one })),
    });
    const adapters = [adapter("a", "x", "y"), adapter("b", "x"), adapter("a", "z", "z", "z")];
    assert.deepEqual(told(referenceTroubles(config({ adapters }), {})), [
      'adapters[2].name value: two adapters are called "a"',
      'adapters[2].operations[1].name value: two operations are called "z"',
      'adapters[2].operations[2].name value: two operations are called "z"',
    ]);
  });
});
