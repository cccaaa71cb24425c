import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { folderOf } from "../../resolver.ts";
import { readJsonc } from "./jsonc.ts";
import { ScriptResolver } from "./script-resolver.ts";

type Files = Readonly<Record<string, string>>;

function resolverOf(files: Files): ScriptResolver {
  const packages = new Map<string, Json>();
  const configs = new Map<string, Json>();
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith("package.json")) packages.set(folderOf(path), readJsonc(text, path));
    else if (path.endsWith(".json") && text !== "") configs.set(path, readJsonc(text, path));
  }
  return new ScriptResolver(new Set(Object.keys(files)), { packages, configs });
}

/** What each name leads to from a file: a path, `-` for elsewhere, `?` for nowhere. */
function leads(files: Files, from: string, names: Readonly<Record<string, string>>): void {
  const resolver = resolverOf(files);
  for (const [specifier, expected] of Object.entries(names)) {
    const found = resolver.resolve({ specifier, line: 1, isTypeOnly: false }, from);
    assert.equal(found === null ? "?" : (found[0] ?? "-"), expected, specifier);
  }
}

test("relative paths lead to files as written, before compiling, without extension, and to an index", () => {
  const files = {
    "src/a.ts": "",
    "src/b.js": "",
    "src/b.ts": "",
    "src/c.mts": "",
    "src/d.cts": "",
    "src/e.tsx": "",
    "src/f/index.ts": "",
    "src/g.vue": "",
    "src/h.d.ts": "",
    "src/i.json": "",
    "src/j.test.ts": "",
    "main.ts": "",
  };
  leads(files, "src/x/y.ts", {
    "../a": "src/a.ts",
    "../a.ts": "src/a.ts",
    "../a.js": "src/a.ts",
    "../b.js": "src/b.js",
    "../b": "src/b.ts",
    "../c.mjs": "src/c.mts",
    "../d.cjs": "src/d.cts",
    "../e.js": "src/e.tsx",
    "../e.jsx": "src/e.tsx",
    "../f": "src/f/index.ts",
    "../f/": "src/f/index.ts",
    "../f/index.js": "src/f/index.ts",
    "../g.vue": "src/g.vue",
    "../h.js": "src/h.d.ts",
    "../i.json": "src/i.json",
    "../a?raw": "src/a.ts",
    "../../main": "main.ts",
    "../gone": "?",
    "../../../main": "?",
    "/main.ts": "main.ts",
    "node:fs": "-",
    react: "-",
    "@scope/other/x": "-",
    "": "-",
  });
});

test("a path beside the file may lead to anything, and to nothing", () => {
  const resolver = resolverOf({ "a/worker.ts": "", "a/main.ts": "" });
  const url = (specifier: string): readonly string[] | null =>
    resolver.resolve({ specifier, line: 1, isTypeOnly: false, isUrl: true }, "a/main.ts");
  assert.deepEqual(url("./worker.ts"), ["a/worker.ts"]);
  assert.deepEqual(url("worker.ts"), ["a/worker.ts"]);
  assert.deepEqual(url("./worker"), []);
  assert.deepEqual(url("../../.."), []);
});

test("packages of the repository are found by their exports, whatever the condition", () => {
  const files = {
    "packages/a/package.json": JSON.stringify({
      name: "@x/a",
      exports: {
        ".": { "@x/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" },
        "./sub": { import: "./dist/sub.js" },
        "./deep/*": "./dist/deep/*.js",
        "./deep/inner/*": { node: { require: "./cjs/inner/*.cjs" } },
        "./list": ["./nothing.js", "./src/list.ts"],
        "./hidden": null,
        "./types": { types: "./src/types.ts" },
      },
    }),
    "packages/a/src/index.ts": "",
    "packages/a/src/sub.ts": "",
    "packages/a/src/list.ts": "",
    "packages/a/src/types.ts": "",
    "packages/a/src/deep/one.ts": "",
    "packages/a/src/inner/two.cts": "",
    "packages/b/package.json": '{"name":"b","main":"./lib/main","module":"./nothing.js"}',
    "packages/b/lib/main.js": "",
    "packages/b/extra/x.ts": "",
    "packages/c/package.json": '{"name":"c","exports":"./build/index.js"}',
    "packages/c/src/index.ts": "",
    "packages/d/package.json": '{"name":"d"}',
    "packages/d/index.js": "",
  };
  leads(files, "packages/d/index.js", {
    "@x/a": "packages/a/src/index.ts",
    "@x/a/sub": "packages/a/src/sub.ts",
    "@x/a/deep/one": "packages/a/src/deep/one.ts",
    "@x/a/deep/inner/two": "packages/a/src/inner/two.cts",
    "@x/a/list": "packages/a/src/list.ts",
    "@x/a/types": "packages/a/src/types.ts",
    "@x/a/hidden": "?",
    "@x/a/none": "?",
    b: "packages/b/lib/main.js",
    "b/extra/x": "packages/b/extra/x.ts",
    "../b": "packages/b/lib/main.js",
    c: "packages/c/src/index.ts",
    d: "packages/d/index.js",
    "@x/other": "-",
  });
});

test("inner names are found by imports of the nearest manifest that has any", () => {
  const files = {
    "package.json": '{"name":"root","imports":{"#top":"./top.js"}}',
    "top.ts": "",
    "p/package.json": '{"name":"p","imports":{"#*":{"source":"./src/*.ts","default":"./dist/*.js"},"#dep":"q"}}',
    "p/src/a/b.ts": "",
    "p/inner/package.json": '{"name":"inner"}',
    "p/inner/x.ts": "",
    "q/package.json": '{"name":"q","main":"q.js"}',
    "q/q.js": "",
  };
  leads(files, "p/inner/x.ts", { "#a/b": "p/src/a/b.ts", "#dep": "q/q.js", "#gone": "?", "#top": "?" });
  leads(files, "top.ts", { "#top": "top.ts", "#other": "?" });
  leads({ "a.ts": "" }, "a.ts", { "#x": "-" });
});

test("paths and baseUrl of the compiler count, with what they extend and refer to", () => {
  const files = {
    "tsconfig.base.json":
      '{ "compilerOptions": { "paths": { "@lib/*": ["libs/*/src"], "@one": ["libs/one/src/index.ts"] } } }',
    "apps/web/tsconfig.json": '{ // why\n "extends": ["../../tsconfig.base.json",], }',
    "apps/api/tsconfig.json":
      '{ "extends": "../../tsconfig.base", "compilerOptions": { "baseUrl": "src", "paths": { "~/*": ["./*", "../gen/*"] } } }',
    "apps/vite/tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
    "apps/vite/tsconfig.app.json": '{ "compilerOptions": { "paths": { "@/*": ["${configDir}/src/*"] } } }',
    "libs/one/src/index.ts": "",
    "libs/two/src/index.ts": "",
    "apps/web/main.ts": "",
    "apps/api/src/util.ts": "",
    "apps/api/src/main.ts": "",
    "apps/api/gen/made.ts": "",
    "apps/vite/src/app.ts": "",
  };
  leads(files, "apps/web/main.ts", {
    "@one": "libs/one/src/index.ts",
    "@lib/two": "libs/two/src/index.ts",
    "@lib/no": "-",
  });
  leads(files, "apps/api/src/main.ts", {
    "~/util": "apps/api/src/util.ts",
    "~/made": "apps/api/gen/made.ts",
    util: "apps/api/src/util.ts",
    "@one": "-",
  });
  leads(files, "apps/vite/src/app.ts", { "@/app": "apps/vite/src/app.ts" });
});

test("of several patterns the longest counts, an exact name before all, and none leads out of the repository", () => {
  const files = {
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        paths: {
          "*": ["any/*"],
          "@/*": ["src/*"],
          "@/deep/*": ["src/inner/*"],
          "@/deep/one": ["exact/one"],
          "up/*": ["../../outside/*"],
          odd: ["src/a", 7, null],
          none: "src/a",
        },
      },
    }),
    "src/a.ts": "",
    "src/deep/b.ts": "",
    "src/inner/b.ts": "",
    "src/inner/one.ts": "",
    "exact/one.ts": "",
    "any/thing.ts": "",
    "any/up/x.ts": "",
  };
  leads(files, "src/a.ts", {
    "@/a": "src/a.ts",
    "@/deep/b": "src/inner/b.ts",
    "@/deep/one": "exact/one.ts",
    thing: "any/thing.ts",
    "up/x": "any/up/x.ts",
    odd: "src/a.ts",
    none: "-",
    "@/gone": "-",
  });
});

test("what a configuration extends may be several, and may be a package of the repository", () => {
  const files = {
    "tools/config/package.json": '{"name":"@x/config"}',
    "tools/config/base.json": '{"compilerOptions":{"paths":{"a":["./a.ts"],"b":["./b.ts"]}}}',
    "tools/config/tsconfig.json": '{"compilerOptions":{"baseUrl":"./lib"}}',
    "tools/config/a.ts": "",
    "tools/config/lib/c.ts": "",
    "one/tsconfig.json": '{"extends":"@x/config/base.json"}',
    "one/main.ts": "",
    "two/tsconfig.json": '{"extends":["@x/config/base","@x/config",5,"@x/gone/base"]}',
    "two/main.ts": "",
    "three/tsconfig.json": '{"extends":["@x/config/base","../own"]}',
    "three/main.ts": "",
    "own.json": '{"compilerOptions":{"paths":{"c":["./tools/config/lib/c.ts"]}}}',
  };
  leads(files, "one/main.ts", { a: "tools/config/a.ts", c: "-" });
  leads(files, "two/main.ts", { a: "tools/config/a.ts" });
  // Of several the paths of the last one that has any stand, and no others.
  leads(files, "three/main.ts", { a: "-", c: "tools/config/lib/c.ts" });
});

test("a configuration that only refers to others takes the first beside it that has paths", () => {
  const paths = (target: string): string => `{"compilerOptions":{"paths":{"@/*":["${target}/*"]}}}`;
  const files = {
    "app/tsconfig.json":
      '{"references":[{"path":"../lib/tsconfig.json"},{},{"path":"./tsconfig.node.json"},{"path":"tsconfig.app.json"}]}',
    "lib/tsconfig.json": paths("./lib-src"),
    "app/tsconfig.node.json": "{}",
    "app/tsconfig.app.json": paths("./src"),
    "app/src/a.ts": "",
    "lib/lib-src/a.ts": "",
    "app/main.ts": "",
    "lib/main.ts": "",
  };
  leads(files, "app/main.ts", { "@/a": "app/src/a.ts" });
  leads(files, "lib/main.ts", { "@/a": "lib/lib-src/a.ts" });
  leads({ ...files, "app/tsconfig.json": '{"references":{}}' }, "app/main.ts", { "@/a": "-" });
});

test("built files lead to their sources, and a folder of another name does not", () => {
  const files = {
    "p/package.json": '{"name":"p","main":"./dist/esm/index.js","exports":null}',
    "q/package.json": '{"name":"q","types":"./dist/types.d.mts"}',
    "q/src/types.mts": "",
    "r/package.json": '{"name":"r","main":"./public/index.js"}',
    "r/src/main.ts": "",
    "s/package.json": '{"name":"s","main":"./build"}',
    "s/source/index.ts": "",
    "t/package.json": '{"name":"t"}',
    "t/lib/deep/x.ts": "",
    "p/src/index.ts": "",
  };
  leads(files, "r/src/main.ts", { q: "q/src/types.mts", r: "?", "t/deep/x": "t/lib/deep/x.ts" });
});

test("configurations that extend one another without end are read", () => {
  const files = {
    "tsconfig.json": '{ "extends": "./other.tsconfig.json" }',
    "other.tsconfig.json": '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "a": ["./a.ts"] } } }',
    "a.ts": "",
  };
  leads(files, "a.ts", { a: "a.ts" });
});
