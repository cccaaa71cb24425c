import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { scanScript } from "./scan.ts";

function imports(text: string, path = "a.ts"): string[] {
  return scanScript(text, path).imports.map(
    ({ specifier, line, isTypeOnly, isUrl }) =>
      `${line} ${specifier}${isTypeOnly ? " type" : ""}${isUrl ? " url" : ""}`,
  );
}

test("every way to import is found, with its line", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'import "./a";': ["1 ./a"],
    "import a from './a'": ["1 ./a"],
    'import a, { b as c, "d-e" as f } from "./a"': ["1 ./a"],
    'import * as a from "./a"; import b from "b"': ["1 ./a", "1 b"],
    'import\n{\n a,\n b }\nfrom\n"./a";': ["1 ./a"],
    'import data from "./a.json" with { type: "json" };': ["1 ./a.json"],
    'import defer * as a from "./a";': ["1 ./a"],
    'export * from "./a";\nexport * as b from "./b";\nexport { c, d as e } from "./c";': ["1 ./a", "2 ./b", "3 ./c"],
    'const a = await import("./a"); import("./b", { with: {} }).then(f);': ["1 ./a", "1 ./b"],
    "import(`./a`)": ["1 ./a"],
    'const a = require("./a"), b = [...require("./b")];': ["1 ./a", "1 ./b"],
    'import a = require("./a");': ["1 ./a"],
    'new Worker(new URL("./w.ts", import.meta.url))': ["1 ./w.ts url"],
    'class A { x = import("./a") }': ["1 ./a"],
    'const routes = { a: import("./a"), b: () => import("./b") }': ["1 ./a", "1 ./b"],
    "#!/usr/bin/env node\nimport './a'": ["2 ./a"],
    '\ufeffimport "./a"\r\nimport "./b"': ["1 ./a", "2 ./b"],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(imports(text), expected, text);
});

test("imports of types run nothing, whichever way they are written", () => {
  const types = [
    'import type A from "./a"',
    'import type { A } from "./a"',
    'import type * as a from "./a"',
    'import { type A, type B as C } from "./a"',
    'export type { A } from "./a"',
    'export type * from "./a"',
    'export { type A } from "./a"',
    'let a: typeof import("./a");',
    'type A = import("./a").A<string>;',
    'function f(a: import("./a").A): void {}',
  ];
  for (const text of types) assert.deepEqual(imports(text), ["1 ./a type"], text);
  const values = [
    'import type from "./a"',
    'import type, { A } from "./a"',
    'import { type } from "./a"',
    'import { type as A } from "./a"',
    'import { type A, b } from "./a"',
    'import a, { type B } from "./a"',
    'import {} from "./a"',
    'export { type } from "./a"',
  ];
  for (const text of values) assert.deepEqual(imports(text), ["1 ./a"], text);
});

test("what only looks like an import is none", () => {
  const cases = [
    '// import "./a"',
    '/* import "./a" */',
    "const a = 'import \"./a\"';",
    "const a = `\nimport './a'\n`;",
    "const a = `${f(`import './b'`)} import './a'`;",
    "const a = /import '.\\/a'/;",
    "const a = b.import('./a'); c.require('./a');",
    "const a = { import: './a', require: './b' };",
    "import(name); require(`./${name}`); import(`./${name}`)",
    "export { a }; const from = './a';",
    "export const from = './a'",
    "new URL('./a', base); URL('./a', import.meta.url)",
    "import.meta.resolve",
    "require.resolve('./a')",
    "import a",
    "import { a } from",
    "export default './a'",
  ];
  for (const text of cases) assert.deepEqual(imports(text), [], text);
});

test("slashes, quotes and templates do not hide what follows", () => {
  const cases = [
    "const a = b / c; f('/');",
    "if (a) /['\"`]/.test(b);",
    "const a = (b) / 2; c = '/';",
    "const a = [1] / 2, b = x++ / 2;",
    "return /[/'\"]/g;",
    "const a = '\\'', b = \"\\\"\", c = `\\``;",
    "const a = `${`${'}'}`}` + `{`;",
    "const a = 'x\\\ny';",
    "const a = typeof /'/;",
    "type A = `${string}'`;",
    "const a = 1_000.5e3 / 0xff;",
    "a?.b / c['/'];",
    "const isolated = don't",
    "/* ' */ // \"",
    "class A { #a = 1; @b() c; get = /'/ }",
  ];
  for (const text of cases)
    assert.deepEqual(imports(`${text}\nimport "./a"`), [`${text.split("\n").length + 1} ./a`], text);
});

test("text between the elements of JSX does not hide what follows", () => {
  const cases = [
    "const a = <p>Don't {b} / c</p>;",
    "const a = <a href='/x'>it's</a>;",
    "const a = <B c={() => d} />;",
    "const a = <><br/>{/* ' */}</>;",
  ];
  for (const text of cases) assert.deepEqual(imports(`${text}\nimport("./a");`, "a.tsx"), ["2 ./a"], text);
  assert.deepEqual(imports('const a = <p><i>x</i>{import("./b")}</p>;', "a.tsx"), ["1 ./b"]);
});

test("a file of types only has no code, and whatever might run is code", () => {
  const without = [
    "",
    "// nothing",
    'import type { A } from "./a";\nexport type { B } from "./b";\nexport type * from "./c";',
    "export interface A<T extends object = { a: 1 }>\n  extends B {\n  a(): void;\n}\ninterface C { d: string }",
    "type A =\n  | 'a'\n  | { b: () => void };\nexport type B<T> = T extends string\n  ? 1\n  : 2\ntype C = A",
    "declare const a: number;\ndeclare function f(a: string): void\ndeclare module 'x' { const b: 1 }\ndeclare global { interface D {} }",
    "declare class A\n  extends B {\n  c(): void;\n}\ndeclare namespace D.E\n{ const f: 1 }",
    "declare abstract class A\n  implements B {}",
    "export {};",
  ];
  for (const text of without) assert.equal(scanScript(text, "a.ts").hasCode, false, text);
  const having = [
    "a;",
    "export const a = 1;",
    'import "./a";',
    'import { a } from "./a";',
    'import type from "./a";',
    'export * from "./a";',
    'export { a } from "./a";',
    "enum A { B }",
    "type A = 1; f();",
    "type A = B\nf()",
    "type A = B\nexport const c = 1",
    "interface A {} f()",
    "declare const a: 1\nf()",
    "type = 1",
    "export default class {}",
    "type A = {\n  b: 1\n}\n(() => {})()",
    "declare module 'x'; f()",
    "'use strict'",
  ];
  for (const text of having) assert.equal(scanScript(text, "a.ts").hasCode, true, text);
  assert.equal(scanScript("const a = 1;", "a.d.ts").hasCode, false);
});

test("what has code agrees with what is left when the types of this package are stripped", () => {
  const folder = fileURLToPath(new URL("../../../../core/src/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  assert.ok(files.length > 100);
  let without = 0;
  for (const file of files) {
    const text = readFileSync(`${folder}${file}`, "utf8");
    const left = stripTypeScriptTypes(text).replaceAll(/\/\*[^]*?\*\/|\/\/.*|export \{\s*\};?|;/g, "");
    assert.equal(scanScript(text, file).hasCode, left.trim() !== "", file);
    without += left.trim() === "" ? 1 : 0;
  }
  assert.ok(without > 5, `${without} files without code`);
});
