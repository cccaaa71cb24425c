import type { Token } from "../source/lex.ts";
import type { Module } from "../source/tree.ts";
import { isTest, roomOf } from "../source/tree.ts";
import type { Violation } from "./violation.ts";

interface Ban {
  /** Words and signs as they follow each other in code. */
  readonly code: string;
  readonly instead: string;
  /** True where only a call without arguments is meant. */
  readonly empty?: boolean;
}

const CLOCK = "take nowMs as an argument";
const RANDOM = "take randomBytes or a seeded generator as an argument";

/** What decides must not reach for: the clock, randomness, the process (DESIGN law 12). */
const BANS: readonly Ban[] = [
  { code: "Date . now", instead: CLOCK },
  { code: "new Date (", instead: CLOCK, empty: true },
  { code: "performance . now", instead: CLOCK },
  { code: "process . hrtime", instead: CLOCK },
  { code: "Math . random", instead: RANDOM },
  { code: "randomUUID (", instead: RANDOM },
  { code: "randomBytes (", instead: RANDOM },
  { code: "getRandomValues (", instead: RANDOM },
  { code: "process . env", instead: "read it in the io folder and pass it on" },
  { code: "process . cwd", instead: "take the root as an argument" },
  { code: "process . argv", instead: "only the entry reads the command line" },
  { code: "process . exit (", instead: "return an exit code" },
  { code: "process . stdout", instead: "return the text, or take a writer" },
  { code: "process . stderr", instead: "return the text, or take a writer" },
  { code: "console .", instead: "return the text, or take a writer" },
  { code: "setTimeout (", instead: "take a timer as an argument" },
  { code: "setInterval (", instead: "take a timer as an argument" },
  { code: "setImmediate (", instead: "take a timer as an argument" },
  { code: "fetch (", instead: "take the network as an argument" },
  { code: "eval (", instead: "write the code" },
  { code: "new Function", instead: "write the code" },
];

/** Places that may touch the world: io folders, the command's entry, and what is no room at all. */
const FREE = /^packages\/(?:[^/]+\/src\/(?:.*\/)?io\/|[^/]+\/bin\/|holdpoint\/src\/main\.ts$|testkit\/)/;

/** A property that makes its own seed fails on some landing that has nothing to do with it. */
const PROPERTY_BANS: readonly Ban[] = ["Date . now", "performance . now", "Math . random"].map((code) => ({
  code,
  instead: "take the seed of the suite: fc.readConfigureGlobal().seed",
}));

/** Banned code of one module, with its replacement. */
export function bannedCode(module: Module): Violation[] {
  const isProperty = module.path.endsWith(".fuzz.test.ts");
  if (roomOf(module.path) === null || (isTest(module.path) && !isProperty) || FREE.test(module.path)) return [];
  const bans = isProperty ? PROPERTY_BANS : BANS;
  const code = module.tokens.filter((token) => token.kind !== "comment");
  return code.flatMap((token, index) => {
    const ban = bans.find((each) => isAt(code, index, each));
    if (ban === undefined) return [];
    return [{ rule: "banned", path: module.path, line: token.line, text: `${ban.code}: ${ban.instead}` }];
  });
}

function isAt(code: readonly Token[], index: number, { code: wanted, empty }: Ban): boolean {
  const words = wanted.split(" ");
  const isMember = code[index - 1]?.text === ".";
  const isDeclared = code[index - 1]?.text === "function";
  if (isMember || isDeclared || code[index]?.kind !== "word") return false;
  if (!words.every((word, offset) => code[index + offset]?.text === word)) return false;
  // In an interface or an object, `setTimeout(ms: number): void` declares and does not call.
  return empty !== true || code[index + words.length]?.text === ")";
}
