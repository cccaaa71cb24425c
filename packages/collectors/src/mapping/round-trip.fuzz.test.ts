import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scanGo } from "./go/scan.ts";
import { scanPython } from "./python/scan.ts";
import { scanScript } from "./script/scan.ts";

/** A statement, and what a scanner has to find in it. */
interface Piece {
  readonly text: string;
  readonly imports: readonly string[];
}

const none = (text: string): Piece => ({ text, imports: [] });
const name = fc.stringMatching(/^[a-z]{1,6}$/);
const path = name.map((one) => `./${one}x.ts`);
const quote = fc.constantFrom('"', "'");

const scriptImport: fc.Arbitrary<Piece> = fc.tuple(path, quote, name, fc.nat(7)).map(([from, mark, local, form]) => {
  const text = `${mark}${from}${mark}`;
  const forms: readonly Piece[] = [
    { text: `import ${text};`, imports: [from] },
    { text: `import ${local}1 from ${text};`, imports: [from] },
    { text: `import { ${local} as ${local}2,\n  type B } from ${text}`, imports: [from] },
    { text: `import type { ${local} } from ${text}`, imports: [`type ${from}`] },
    { text: `export * from ${text};`, imports: [from] },
    { text: `const ${local}3 = await import(${text});`, imports: [from] },
    { text: `const ${local}4 = require(${text});`, imports: [from] },
    { text: `export type { ${local} } from ${text};`, imports: [`type ${from}`] },
  ];
  return forms[form] ?? none("");
});

const scriptNoise: fc.Arbitrary<Piece> = fc
  .constantFrom(
    "// import './no'",
    "/* import './no' */",
    "const a = 'import \"./no\"';",
    "const b = `import './no' ${'`'} ${`import './no'`}`;",
    "const c = /['\"`]import/g.test(d) / 2;",
    "if (e) /'/.test(f);",
    "class G { import() { return this.require('./no'); } }",
    "const h = { require: 1, from: './no', import: 2 };",
    'function* i() { yield /"/; }',
    "type J = { from: './no' } | `a${string}'`;",
    "const k = l as unknown as import;",
    "label: for (;;) break label;",
    "export const from = './no';",
    "export { m };",
    "const n = o ? p : q / r / s;",
    "const t = '\\'' + \"\\\"\" + `\\``;",
  )
  .map(none);

const pythonImport: fc.Arbitrary<Piece> = fc.tuple(name, name, fc.nat(5)).map(([a, b, form]) => {
  const [module, member] = [`${a}x`, `${b}x`];
  const forms: readonly Piece[] = [
    { text: `import ${module}`, imports: [module] },
    { text: `import ${module}.${member} as z, ${member}`, imports: [`${module}.${member}`, member] },
    { text: `from ${module} import ${member}`, imports: [module, `${module}.${member}`] },
    { text: `from .${module} import (\n    ${member},  # why\n)`, imports: [`.${module}`, `.${module}.${member}`] },
    { text: `try:\n    from . import ${member}\nexcept ImportError: pass`, imports: [".", `.${member}`] },
    { text: `x = importlib.import_module("${module}")`, imports: [module] },
  ];
  return forms[form] ?? none("");
});

const pythonNoise: fc.Arbitrary<Piece> = fc
  .constantFrom(
    "# import no",
    "a = 'import no'",
    '"""\nimport no\n"""',
    "b = f'''{c}\nfrom no import no'''",
    "d = r'\\'",
    "e = [\n  1,  # (\n]",
    "def f(g='#'): return \"it's\"",
    "h = {'import': 1, 'from': 2}",
    "important = fromage",
    "i = \\\n  2",
    "yield_ = (yield from_)",
  )
  .map(none);

function program(pieces: readonly Piece[]): { readonly text: string; readonly imports: readonly string[] } {
  return { text: pieces.map(({ text }) => text).join("\n"), imports: pieces.flatMap(({ imports }) => imports) };
}

test("of a program made of known statements exactly its imports are found, in their order and lines", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(scriptImport, scriptNoise), { maxLength: 20 }), (pieces) => {
      const { text, imports } = program(pieces);
      const found = scanScript(text, "a.ts").imports;
      assert.deepEqual(
        found.map(({ specifier, isTypeOnly }) => (isTypeOnly ? `type ${specifier}` : specifier)),
        imports,
        text,
      );
      const lines = text.split("\n");
      for (const { line } of found) assert.match(lines[line - 1] ?? "", /import|export|require/, text);
    }),
    { numRuns: 1_000 },
  );
});

test("the same of Python", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pythonImport, pythonNoise), { maxLength: 20 }), (pieces) => {
      const { text, imports } = program(pieces);
      assert.deepEqual(
        scanPython(text, "a.py").imports.map(({ specifier }) => specifier),
        imports,
        text,
      );
    }),
    { numRuns: 1_000 },
  );
});

test("the same of Go", () => {
  const spec = fc
    .tuple(name, fc.constantFrom("", "_ ", ". ", "m "), fc.constantFrom('"', "`"))
    .map(([one, alias, mark]) => ({
      text: `${alias}${mark}${one}/x${mark} // "no"`,
      imports: [`${one}/x`],
    }));
  const block = fc.array(spec, { maxLength: 4 }).map((specs) => {
    const { text, imports } = program(specs);
    return { text: `import (\n${text}\n)`, imports };
  });
  const single = spec.map(({ text, imports }) => ({ text: `import ${text}`, imports }));
  const comment = fc.constantFrom('// import "no"', '/* import (\n"no"\n) */').map(none);
  fc.assert(
    fc.property(fc.array(fc.oneof(block, single, comment), { maxLength: 8 }), fc.boolean(), (pieces, hasFunction) => {
      const { text, imports } = program(pieces);
      const rest = hasFunction ? 'func f() { g("func") }' : 'var x = "func"';
      const found = scanGo(`package a\n${text}\n${rest}\nvar y = "no"`);
      assert.deepEqual(
        found.imports.map(({ specifier }) => specifier),
        imports,
        text,
      );
      assert.equal(found.hasCode, hasFunction);
    }),
  );
});
