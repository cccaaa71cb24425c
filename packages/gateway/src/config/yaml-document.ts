import type { ErrorCode, ErrorPlace } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Document, Node, ParsedNode } from "yaml";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";

export const CONFIG_CHARS_MAX = 262_144;
export const CONFIG_ALIASES_MAX = 100;

/** A YAML document that still knows where each of its values stands. */
export interface ConfigDocument {
  readonly file: string;
  readonly value: unknown;
  /** Position of the value at a path, or of its key in the mapping above it. */
  place(path: readonly string[], at: "key" | "value"): ErrorPlace;
  /** The value's own text, moved so that its lines and columns are those of the whole document. */
  textOf(path: readonly string[]): string;
}

type Refuse = (text: string, at: ErrorPlace, cause?: unknown) => HoldpointError;

interface Found {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads YAML 1.2 with the core schema: no tags of its own, no key twice, few aliases, one document.
 *
 * @throws HoldpointError of the given code, with line and column
 */
export function readYaml(text: string, file: string, code: ErrorCode): ConfigDocument {
  const refuse: Refuse = (problem, place, cause) => new HoldpointError(code, problem, place, cause);
  const lines = new LineCounter();
  const at = (offset: number): ErrorPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  refuseText(text, file, refuse);
  const document = parsed(text, lines, file, refuse);
  const trouble = document.errors[0] ?? document.warnings[0];
  if (trouble !== undefined) throw refuse(plain(trouble.message), at(trouble.pos[0]));
  refuseAliases(document, at, refuse);
  if (document.contents === null) throw refuse("the file holds nothing", { file, line: 1, column: 1 });
  return {
    file,
    value: plainValue(document, file, refuse),
    place: (path, where) => at(find(document, path, where).start),
    textOf: (path) => {
      const { start, end } = find(document, path, "value");
      const { line = 1, column = 1 } = at(start);
      return `${"\n".repeat(line - 1)}${" ".repeat(column - 1)}${text.slice(start, end)}`;
    },
  };
}

function refuseText(text: string, file: string, refuse: Refuse): void {
  if (text.length > CONFIG_CHARS_MAX) {
    throw refuse(`${text.length} characters are more than the limit of ${CONFIG_CHARS_MAX}`, { file });
  }
  const nul = text.indexOf("\0");
  if (nul < 0) return;
  const before = text.slice(0, nul).split("\n");
  const column = (before.at(-1) ?? "").length + 1;
  throw refuse("a NUL character is in the text", { file, line: before.length, column });
}

function parsed(text: string, lineCounter: LineCounter, file: string, refuse: Refuse): Document.Parsed {
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      strict: true,
      uniqueKeys: true,
      stringKeys: true,
      prettyErrors: false,
      logLevel: "error",
      lineCounter,
    });
  } catch (cause) {
    throw refuse("the document cannot be read: it is nested too deep", { file }, cause);
  }
}

/** Each alias is looked up through the whole document, so their number has a bound of its own. */
function refuseAliases(document: Document.Parsed, at: (offset: number) => ErrorPlace, refuse: Refuse): void {
  let count = 0;
  visit(document, {
    Alias: (_, alias) => {
      count += 1;
      const place = at(alias.range?.[0] ?? 0);
      if (count > CONFIG_ALIASES_MAX) throw refuse(`there are more than ${CONFIG_ALIASES_MAX} aliases`, place);
      if (alias.resolve(document) === undefined) throw refuse(`the alias *${alias.source} names no anchor`, place);
    },
  });
}

function plainValue(document: Document.Parsed, file: string, refuse: Refuse): unknown {
  try {
    return document.toJS({ maxAliasCount: CONFIG_ALIASES_MAX });
  } catch (cause) {
    throw refuse(plain(cause instanceof Error ? cause.message : String(cause)), { file }, cause);
  }
}

function find(document: Document.Parsed, path: readonly string[], at: "key" | "value"): Found {
  let node: Node | null = document.contents;
  let found = rangeOf(node) ?? { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
      const key = rangeOf(pair?.key);
      const wantsKey = at === "key" && depth === path.length - 1;
      node = pair?.value ?? null;
      found = (wantsKey ? key : (rangeOf(node) ?? key)) ?? found;
    } else if (isSeq<ParsedNode>(node)) {
      node = node.items[Number(step)] ?? null;
      found = rangeOf(node) ?? found;
    }
  }
  return found;
}

function rangeOf(node: Node | null | undefined): Found | null {
  const range = node?.range;
  return range === null || range === undefined ? null : { start: range[0], end: range[1] };
}

function plain(message: string): string {
  return message.replaceAll(/\s+/g, " ").trim();
}
