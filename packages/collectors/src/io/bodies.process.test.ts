import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Collected, Collector } from "@holdpoint/core";
import { SCENE_CANDIDATE } from "@holdpoint/core";
import { gitRepository } from "@holdpoint/testkit";
import { Ajv2020 } from "ajv/dist/2020.js";
import { dependenciesCollector } from "./dependencies/collector.ts";
import { recordInstall } from "./dependencies/record-install.ts";
import { repositoryCollector } from "./repository/collector.ts";

const SCHEMAS = new URL("../../../core/schemas/", import.meta.url);
const LOCKED = { "node_modules/a": { version: "1.0.0", license: "MIT" } };
const FILES = {
  ".gitignore": "node_modules/\n",
  "package.json": '{"name":"app","version":"1.0.0","dependencies":{"a":"1.0.0"}}',
  "package-lock.json": JSON.stringify({ lockfileVersion: 3, packages: { "": { name: "app" }, ...LOCKED } }),
  "node_modules/.package-lock.json": JSON.stringify({ lockfileVersion: 3, packages: LOCKED }),
  "node_modules/a/package.json": '{"name":"a","version":"1.0.0"}',
};

const CONFIGS: readonly (readonly [collector: Collector, config: unknown])[] = [
  [repositoryCollector, { versionFiles: ["package.json"], changelog: "CHANGELOG.md" }],
  [dependenciesCollector, { manager: "npm", folder: "." }],
];

for (const [collector, config] of CONFIGS) {
  test(`what the ${collector.kind} collector makes is what its published schema says`, async (t) => {
    const schema = JSON.parse(readFileSync(new URL(`${collector.kind}-body.v1.json`, SCHEMAS), "utf8")) as object;
    const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
    const root = gitRepository(t, FILES);
    await recordInstall(root);
    const context = {
      root,
      candidate: SCENE_CANDIDATE,
      config,
      base: null,
      carried: {},
      nowMs: () => 1,
      signal: new AbortController().signal,
    };
    const [collected] = (await collector.collect(context)) as readonly [Collected<object>];
    assert.ok(validate(collected.body), JSON.stringify(validate.errors));
    assert.ok(!validate({ ...collected.body, another: 1 }), "the schema is closed");
  });
}
