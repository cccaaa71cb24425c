import type { ErrorCode, ErrorPlace } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Document, Node, ParsedNode } from "yaml";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";

export const CONFIG_SIZE_BYTES_MAX = 262_144;
export const CONFIG_ALIASES_MAX = 100;

/** A YAML document that still knows where each of its values stands. */
export interface ConfigDocument {
  readonly file: string;
  readonly value: unknown;
  /** Position of the value at a path, or of its key in the mapping above it. */
  place(path: readonly string[], at: "key" | "value"): ErrorPlace;
}

/**
 * Reads YAML 1.2 with the core schema: no tags of its own, no key twice, few aliases, one document.
 *
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, with line and column
 */
export function readYaml(bytes: Uint8Array, file: string): ConfigDocument {
  const text = decode(bytes, file);
  const lines = new LineCounter();
  const document = parsed(text, lines, file);
  const trouble = document.errors[0] ?? document.warnings[0];
  if (trouble !== undefined) {
    const { line, col } = lines.linePos(trouble.pos[0]);
    throw refusal(plain(trouble.message), { file, line, column: col });
  }
  refuseAliases(document, lines, file);
  if (document.contents === null) throw refusal("the file holds nothing", { file, line: 1, column: 1 });
  return { file, value: plainValue(document, file), place: (path, at) => place(document, lines, file, path, at) };
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.length > CONFIG_SIZE_BYTES_MAX) {
    throw refusal(`${bytes.length} bytes are more than the limit of ${CONFIG_SIZE_BYTES_MAX}`, { file });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refusal("the file is not UTF-8 text", { file }, cause);
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const before = text.slice(0, nul).split("\n");
    throw refusal("a NUL character is in the text", {
      file,
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
    });
  }
  return text;
}

function parsed(text: string, lineCounter: LineCounter, file: string): Document.Parsed {
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
    throw refusal("the document cannot be read: it is nested too deep", { file }, cause);
  }
}

/** Each alias is looked up through the whole document, so their number has a bound of its own. */
function refuseAliases(document: Document.Parsed, lines: LineCounter, file: string): void {
  let count = 0;
  visit(document, {
    Alias: (_, alias) => {
      count += 1;
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      const at = { file, line, column: col };
      if (count > CONFIG_ALIASES_MAX) throw refusal(`there are more than ${CONFIG_ALIASES_MAX} aliases`, at);
      if (alias.resolve(document) === undefined) throw refusal(`the alias *${alias.source} names no anchor`, at);
    },
  });
}

function plainValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: CONFIG_ALIASES_MAX });
  } catch (cause) {
    throw refusal(plain(cause instanceof Error ? cause.message : String(cause)), { file }, cause);
  }
}

function place(
  document: Document.Parsed,
  lines: LineCounter,
  file: string,
  path: readonly string[],
  at: "key" | "value",
): ErrorPlace {
  let node: Node | null = document.contents;
  let start = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === step);
      const key = pair?.key.range?.[0];
      const wantsKey = at === "key" && depth === path.length - 1;
      node = pair?.value ?? null;
      start = (wantsKey ? key : (node?.range?.[0] ?? key)) ?? start;
    } else if (isSeq<ParsedNode>(node)) {
      node = node.items[Number(step)] ?? null;
      start = node?.range?.[0] ?? start;
    }
  }
  const { line, col } = lines.linePos(start);
  return { file, line, column: col };
}

function plain(message: string): string {
  return message.replaceAll(/\s+/g, " ").trim();
}

function refusal(text: string, at: ErrorPlace, cause?: unknown): HoldpointError {
  const code: ErrorCode = "HP-CONFIG-SYNTAX";
  return new HoldpointError(code, text, at, cause);
}
