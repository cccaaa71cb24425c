import assert from "node:assert/strict";
import { test } from "node:test";
import { GoResolver, readGoMod } from "./go-resolver.ts";

const TRACKED = new Set([
  "main.go",
  "store/disk.go",
  "store/disk_linux.go",
  "store/disk_test.go",
  "tool/go.mod",
  "tool/tool.go",
  "forks/yaml/yaml.go",
]);
const MODULES = new Map([
  [
    "",
    "module example.com/shop // the shop\n\ngo 1.22\nreplace (\n\texample.com/yaml v1.2.0 => ./forks/yaml\n\texample.com/b => example.com/c v1.0.0\n)\n",
  ],
  ["tool", 'module "example.com/shop/tool"\n'],
]);
const resolver = new GoResolver(TRACKED, MODULES);

function leads(specifier: string): string {
  const found = resolver.resolve({ specifier, line: 1, isTypeOnly: false });
  return found === null ? "?" : found.join(" ") || "-";
}

test("a package is every file of its folder but the tests", () => {
  assert.equal(leads("example.com/shop"), "main.go");
  assert.equal(leads("example.com/shop/store"), "store/disk.go store/disk_linux.go");
  assert.deepEqual(resolver.packageAt("store"), ["store/disk.go", "store/disk_linux.go"]);
  assert.deepEqual(resolver.packageAt("nothing"), []);
});

test("the longest module path counts, replacements by folders too", () => {
  assert.equal(leads("example.com/shop/tool"), "tool/tool.go");
  assert.equal(leads("example.com/yaml"), "forks/yaml/yaml.go");
});

test("packages of others come from elsewhere, own ones that are not there are missing", () => {
  for (const specifier of ["fmt", "example.com/b", "example.com/shopping"]) assert.equal(leads(specifier), "-");
  assert.equal(leads("example.com/shop/gone"), "?");
  assert.equal(leads("example.com/shop/../other"), "?");
});

test("a manifest without sense says nothing", () => {
  assert.deepEqual(readGoMod("", "a"), []);
  assert.deepEqual(readGoMod("module\nreplace\nreplace => ./x\nreplace (\n\n)\n// module x", "a"), []);
  assert.deepEqual(readGoMod("replace a => ../b", "x/y"), [{ path: "a", folder: "x/b" }]);
});
