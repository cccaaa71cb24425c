import assert from "node:assert/strict";
import { test } from "node:test";
import { tomlString, tomlTablesWith } from "./toml.ts";

const TEXT = `name = "top"
[[tool.towncrier.type]]
name = "Features"
[project] # the one
name = 'tool'
dynamic = ["version"]
[tool.poetry]\r
version = "1.2.3" # now
[profile.ci.junit]
path = "junit.xml"
`;

test("a string is found in its own table only", () => {
  assert.equal(tomlString(TEXT, "project", "name"), "tool");
  assert.equal(tomlString(TEXT, "tool.poetry", "version"), "1.2.3");
  assert.equal(tomlString(TEXT, "project", "version"), null);
  assert.equal(tomlString(TEXT, "tool.towncrier.type", "name"), null);
  assert.equal(tomlString("", "project", "name"), null);
});

test("tables that hold a key", () => {
  assert.deepEqual(tomlTablesWith(TEXT, "path"), ["profile.ci.junit"]);
  assert.deepEqual(tomlTablesWith(TEXT, "none"), []);
});
