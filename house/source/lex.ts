/** A piece of source text; `line` counts from 1. */
export interface Token {
  readonly kind: "word" | "string" | "template" | "regex" | "comment" | "sign";
  /** Of a string or template without its quotes, as written. */
  readonly text: string;
  readonly line: number;
}

const SPACE = /\s+/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const WORD = /[\p{L}\p{N}_$#@]+/uy;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const TEMPLATE_PART = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/** Words after which a slash starts a regular expression instead of dividing. */
const BEFORE_REGEX = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "delete",
  "void",
  "throw",
  "new",
  "else",
  "await",
  "yield",
]);

/** Splits TypeScript into tokens, well enough to tell code from comments and texts. Throws where it cannot go on. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  const braces: number[] = [];
  let depth = 0;
  let line = 1;
  let at = text.startsWith("#!") ? text.indexOf("\n") : 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  const add = (kind: Token["kind"], found: string, shown: string = found): void => {
    tokens.push({ kind, text: shown, line });
    line += found.split("\n").length - 1;
  };
  const templatePart = (): void => {
    add("template", take(TEMPLATE_PART) ?? "");
    if (text[at] === "`") at += 1;
    else if (text.startsWith("${", at)) {
      at += 2;
      braces.push(depth);
      depth += 1;
    } else throw new Error(`line ${line}: a template does not end`);
  };

  while (at < text.length) {
    const space = take(SPACE);
    if (space !== null) {
      line += space.split("\n").length - 1;
      continue;
    }
    const comment = take(COMMENT);
    if (comment !== null) {
      add("comment", comment);
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      const found = take(STRING);
      if (found === null) throw new Error(`line ${line}: a string does not end`);
      add("string", found, found.slice(1, -1));
    } else if (sign === "`") {
      at += 1;
      templatePart();
    } else if (sign === "/" && startsRegex(tokens.findLast((token) => token.kind !== "comment"))) {
      const found = take(REGEX);
      if (found === null) throw new Error(`line ${line}: a regular expression does not end`);
      add("regex", found);
    } else {
      const word = take(WORD);
      if (word !== null) add("word", word);
      else if (sign === "}" && braces.at(-1) === depth - 1) {
        at += 1;
        depth = braces.pop() ?? 0;
        templatePart();
      } else {
        if (sign === "{") depth += 1;
        if (sign === "}") depth -= 1;
        at += 1;
        add("sign", sign);
      }
    }
  }
  return tokens;
}

function startsRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === "word") return BEFORE_REGEX.has(before.text);
  return before.kind === "sign" && !")]}".includes(before.text);
}
