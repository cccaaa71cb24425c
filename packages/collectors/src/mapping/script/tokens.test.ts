import assert from "node:assert/strict";
import { test } from "node:test";
import { scriptTokens } from "./tokens.ts";

/** Tokens in short: words and signs as they are, texts in quotes, the rest as an asterisk. */
function short(text: string, isJsx = false): string {
  return scriptTokens(text, isJsx)
    .map(({ kind, value }) => (kind === "text" ? JSON.stringify(value) : kind === "opaque" ? "*" : value))
    .join(" ");
}

function all(cases: Readonly<Record<string, string>>, isJsx = false): void {
  for (const [text, expected] of Object.entries(cases)) assert.equal(short(text, isJsx), expected, text);
}

test("words, signs, texts and numbers are told apart", () => {
  all({
    "const a_1$ = b;": "const a_1$ = b ;",
    "é.ñ": "é . ñ",
    "'a' + \"b\"": '"a" + "b"',
    "''": '""',
    "1 + 1_0.5e-3 + .5 + 0xFFn": "* + * - * + * + *",
    "a?.b ?? c": "a ? . b ? ? c",
    "@a #b": "@a #b",
    "a => {}": "a = > { }",
  });
});

test("comments and white space are nothing", () => {
  all({
    "a // b\nc": "a c",
    "a /* b\n */ c": "a c",
    "a /* b": "a",
    "// a": "",
    "\t\u00a0\ufeffa\r\n": "a",
    "#!/bin/x\na": "a",
    "#!": "",
  });
});

test("a slash divides behind a value and opens a regular expression elsewhere", () => {
  all({
    "a / b / c": "a / b / c",
    "a = /b/g": "a = * g",
    "(a) / b / c": "( a ) / b / c",
    "if (a) /b/.c()": "if ( a ) * . c ( )",
    "while (f(a)) /b/": "while ( f ( a ) ) *",
    "a[0] / b / c": "a [ * ] / b / c",
    "return /[/]/": "return *",
    "a.return / b / c": "a . return / b / c",
    "x = /\\//": "x = *",
    "'a' / b / c": '"a" / b / c',
    "1 / 2 / 3": "* / * / *",
    "`a` / b / c": '"a" / b / c',
    "/a/ / b / c": "* / b / c",
    "= /b\n/c/": "= / b * /".replace("* /", "/ c /"),
    "typeof /a/": "typeof *",
    "(/a/)": "( * )",
    ", /'/": ", *",
  });
});

test("templates are one token, plain ones a text", () => {
  all({
    "`a`": '"a"',
    "`a\nb`": '"a\\nb"',
    "`a${b}c` d": "* d",
    "`${`${a}`}` b": "* b",
    "`${{ a: '}' }}` b": "* b",
    "`\\`` a": '"\\\\`" a',
    "`\\${a}` b": '"\\\\${a}" b',
    "a`b`": 'a "b"',
    "`a": "` a",
    "`${'`'}` a": "* a",
  });
});

test("a quote that does not close on its line is a sign", () => {
  all({
    "a ' b": "a ' b",
    "it's\n'b'": 'it \' s "b"',
    "'a\\\nb'": '"a\\\\\\nb"',
    "'a\\\r\nb'": '"a\\\\\\r\\nb"',
    "'a\\'": "' a\\ '",
    "\"a' b": "\" a ' b",
  });
});

test("elements of JSX do not open regular expressions", () => {
  all({ "<a></a>": "< a > < / a >", "<a/>": "< a / >", "<a>/b/</a>": "< a > * < / a >" }, true);
  all({ "a < /b/": "a < *", "a </b/": "a < *" });
  all({ "a < /b/": "a < *" }, true);
});

test("lines are counted over everything, and the first token of each is known", () => {
  const text = "a\n  b c\n/*\n\n*/ d `\n` e\n'f\\\ng' h // i\nj";
  assert.deepEqual(
    scriptTokens(text, false).map(({ value, line, startsLine }) => `${line}${startsLine ? ">" : " "}${value.trim()}`),
    ["1>a", "2>b", "2 c", "5>d", "5 ", "6>e", "7>f\\\ng", "8>h", "9>j"],
  );
});
