import assert from "node:assert/strict";
import { test } from "node:test";
import { scanPython } from "./scan.ts";

function imports(text: string): string[] {
  return scanPython(text, "a.py").imports.map(
    ({ specifier, line, isTypeOnly }) => `${line} ${specifier}${isTypeOnly ? " type" : ""}`,
  );
}

test("every way to import is found, with its line", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    "import a": ["1 a"],
    "import a.b as c, d": ["1 a.b", "1 d"],
    "from a.b import c": ["1 a.b", "1 a.b.c"],
    "from a import (  # why\n    b,\n    c as d,\n)\nimport e": ["1 a", "1 a.b", "1 a.c", "5 e"],
    "from . import a": ["1 .", "1 .a"],
    "from ..x.y import *": ["1 ..x.y"],
    "from ... import a": ["1 ...", "1 ...a"],
    "from .a import b": ["1 .a", "1 .a.b"],
    "try:\n    import a\nexcept ImportError: import b": ["2 a", "3 b"],
    "def f():\n\tfrom a import \\\n\t\tb": ["2 a", "2 a.b"],
    "x = 1; import a": ["1 a"],
    "if x: import a": ["1 a"],
    'm = importlib.import_module("a.b")\n__import__("c")\npytest.importorskip("d")': ["1 a.b", "2 c", "3 d"],
    "\ufeffimport a\r\nimport b": ["1 a", "2 b"],
    "import été": ["1 été"],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(imports(text), expected, text);
});

test("imports for the type checker run nothing", () => {
  const text =
    "if TYPE_CHECKING:\n    import a\n    from b import c\nimport d\nif typing.TYPE_CHECKING:\n  import e\nelse:\n  import f\n";
  assert.deepEqual(imports(text), ["2 a type", "3 b type", "3 b.c type", "4 d", "6 e type", "8 f"]);
  const oneLine = "if TYPE_CHECKING: import a\nimport b\nif t.TYPE_CHECKING: from c import d\nelse: import e\n";
  assert.deepEqual(imports(oneLine), ["1 a type", "2 b", "3 c type", "3 c.d type", "4 e"]);
  const nested = "def f():\n  if TYPE_CHECKING:\n    if x:\n      import a\n  import b\nimport c\n";
  assert.deepEqual(imports(nested), ["4 a type", "5 b", "6 c"]);
  for (const test of [
    "if not TYPE_CHECKING:",
    "if TYPE_CHECKING or x:",
    "elif TYPE_CHECKING:",
    "while TYPE_CHECKING:",
  ]) {
    assert.deepEqual(imports(`if x:\n  pass\n${test}\n  import a\n`), ["4 a"], test);
  }
});

test("what only looks like an import is none", () => {
  const cases = [
    "# import a",
    '"""\nimport a\n"""',
    "x = 'import a'",
    "x = r'\\'\n",
    "x = f'''\nimport a\n'''",
    "importlib.import_module(name)",
    "important = from_a",
    "yield_from = x.imports",
    "x = {'from': a}",
    "from a",
    "import",
  ];
  for (const text of cases) assert.deepEqual(imports(text), [], text);
});

test("quotes, brackets and comments do not hide what follows", () => {
  const cases = [
    "x = 'it\\'s'",
    'x = """don\'t"""',
    "x = rb'''a\n'b' '''",
    "x = f'{a[\"b\"]}'",
    "x = [  # [ (\n  1,\n]",
    "x = 'not closed",
    "x = ')'",
    "def f(a: str = '#') -> None: ...",
  ];
  for (const text of cases) {
    assert.deepEqual(imports(`${text}\nimport a`), [`${text.split("\n").length + 1} a`], text);
  }
});

test("comments, docstrings and stubs hold no code", () => {
  const hasCode = (text: string, path = "a.py"): boolean => scanPython(text, path).hasCode;
  for (const text of ["", "# a", '"""Doc\nstring."""\n', "pass\n...\n", "\n\n"])
    assert.equal(hasCode(text), false, text);
  for (const text of ["import a", "x = 1", "'a'.b()", "def f(): pass"]) assert.equal(hasCode(text), true, text);
  assert.equal(hasCode("def f(): ...", "a.pyi"), false);
});
