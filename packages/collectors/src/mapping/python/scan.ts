import type { ImportRef, ScannedFile } from "../import-ref.ts";
import type { PythonLine } from "./lines.ts";
import { pythonLines } from "./lines.ts";

/**
 * Imports of a Python file, and whether there is anything in it to run. `from a import b` is told as `a` and as `a.b`,
 * which may be a module of its own.
 *
 * @param path a stub, `.pyi`, never runs
 * @example
 * scanPython("from . import cart", "test_cart.py").imports.map(({ specifier }) => specifier); // [".", ".cart"]
 */
export function scanPython(text: string, path: string): ScannedFile {
  const imports: ImportRef[] = [];
  let hasCode = false;
  /** Indentation of the `if TYPE_CHECKING:` around the line; null outside of one. */
  let typesBelow: number | null = null;
  for (const line of pythonLines(text)) {
    if (typesBelow !== null && line.indent <= typesBelow) typesBelow = null;
    if (isTypeChecking(line)) typesBelow = line.indent;
    const isTypeOnly = typesBelow !== null;
    for (const specifier of specifiers(line.words)) imports.push({ specifier, line: line.line, isTypeOnly });
    hasCode ||= !isIdle(line);
  }
  return { imports, hasCode: hasCode && !path.endsWith(".pyi") };
}

function isTypeChecking({ words }: PythonLine): boolean {
  return /^if (?:\w+ \. )?TYPE_CHECKING :(?: |$)/.test(words.join(" "));
}

/** A line of one text is a docstring, and `pass` or `...` does nothing. */
function isIdle({ words }: PythonLine): boolean {
  const [first, ...others] = words;
  const line = words.join("");
  return line === "pass" || line === "..." || (others.length === 0 && /^["']/.test(first ?? ""));
}

function specifiers(words: readonly string[]): readonly string[] {
  // What stands behind the colon of `if x: import y` is a statement too.
  const start = words[0] === "import" || words[0] === "from" ? 0 : words.lastIndexOf(":") + 1;
  if (words[start] === "import") return importedModules(words.slice(start + 1));
  if (words[start] === "from") return fromModule(words.slice(start + 1));
  return dynamic(words);
}

/** `a.b as c, d` */
function importedModules(words: readonly string[]): readonly string[] {
  return names(words).filter((name) => /^[^.]/.test(name));
}

/** `..a.b import (c as d, e)` */
function fromModule(words: readonly string[]): readonly string[] {
  const at = words.indexOf("import");
  const module = words.slice(0, at).join("");
  if (at <= 0 || !/^\.*[\p{ID_Start}_.]?[\p{ID_Continue}.]*$/u.test(module)) return [];
  const joint = module.endsWith(".") ? "" : ".";
  const members = names(words.slice(at + 1).filter((word) => word !== "(" && word !== ")")).filter(
    (name) => name !== "*",
  );
  return [module, ...members.map((name) => `${module}${joint}${name}`)];
}

/** Names between commas, what they are called afterwards left out. */
function names(words: readonly string[]): readonly string[] {
  const list: string[] = [];
  let name = "";
  let isAlias = false;
  for (const word of [...words, ","]) {
    if (word === ",") {
      if (name !== "") list.push(name);
      name = "";
      isAlias = false;
    } else if (word === "as") isAlias = true;
    else if (!isAlias) name += word;
  }
  return list;
}

/** `importlib.import_module("a.b")`, `__import__("a")` and `pytest.importorskip("a")` with a plain text. */
function dynamic(words: readonly string[]): readonly string[] {
  const list: string[] = [];
  for (const [at, word] of words.entries()) {
    if (word !== "import_module" && word !== "__import__" && word !== "importorskip") continue;
    const text = /^(["'])(\.*[\p{ID_Continue}.]+)\1$/u.exec(words[at + 2] ?? "")?.[2];
    if (words[at + 1] === "(" && text !== undefined && !text.startsWith(".")) list.push(text);
  }
  return list;
}
