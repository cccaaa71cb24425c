import type { JsonObject } from "@holdpoint/core";
import { didYouMean } from "@holdpoint/core";
import type { ParseResult } from "@marcbachmann/cel-js";
import { Environment } from "@marcbachmann/cel-js";
import { evaluationProblem } from "./evaluation-problem.ts";
import type { ExpressionFault } from "./expression-bounds.ts";
import { boundsFault } from "./expression-bounds.ts";

/** What an expression sees, by the names that it uses. */
export interface Facts {
  readonly actor: string;
  readonly roles: readonly string[];
  readonly adapter: string;
  readonly operation: string;
  readonly args: JsonObject;
  /** The higher of what the asker said and the operation's own. */
  readonly risk: string;
  /** Null without one. */
  readonly session: string | null;
  readonly dry_run: boolean;
  readonly generation: bigint;
}

/** May throw, and may give anything. */
export type Expression = (facts: Facts) => unknown;

const VARIABLES: Readonly<Record<keyof Facts, string>> = {
  actor: "string",
  roles: "list<string>",
  adapter: "string",
  operation: "string",
  args: "map<string, dyn>",
  risk: "string",
  session: "dyn",
  dry_run: "bool",
  generation: "int",
};

const LIMITS = {
  maxAstNodes: 500,
  maxDepth: 32,
  maxListElements: 200,
  maxMapEntries: 50,
  maxCallArguments: 8,
} as const;

let environment: Environment | null = null;

/**
 * Parses and type-checks CEL, once.
 *
 * @param wanted what it must give: a truth value, or a number (`args` has no types, so one out of there may turn out
 * to be none)
 * @example
 * compileExpression('risk == "low" && size(args) < 20', "truth"); // a function of the facts
 * compileExpression("amout > 3", "truth"); // { text: 'Unknown variable: amout', offset: 0 }
 */
export function compileExpression(text: string, wanted: "truth" | "number"): Expression | ExpressionFault {
  environment ??= newEnvironment();
  try {
    const parsed = environment.parse(text);
    const fault = boundsFault(parsed.ast) ?? typeFault(parsed, wanted);
    return fault ?? ((facts) => parsed(facts));
  } catch (thrown) {
    return faultOf(thrown);
  }
}

function newEnvironment(): Environment {
  const made = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS });
  for (const [name, type] of Object.entries(VARIABLES)) made.registerVariable(name, type);
  return made;
}

function typeFault(parsed: ParseResult, wanted: "truth" | "number"): ExpressionFault | null {
  const { valid, type = "nothing", error } = parsed.check();
  if (!valid) return faultOf(error);
  if (wanted === "truth") {
    const hint = type === "dyn" ? '; compare it, as in "args.flag == true"' : "";
    return type === "bool" ? null : { text: `it must be true or false and is ${type}${hint}`, offset: 0 };
  }
  const isNumber = type === "int" || type === "double" || type === "dyn";
  return isNumber ? null : { text: `it must be a number and is ${type}`, offset: 0 };
}

/** The library's errors have the range that they are about. */
function faultOf(thrown: unknown): ExpressionFault {
  const { range } = thrown as { readonly range?: { readonly start: number } };
  const text = evaluationProblem(thrown);
  const unknown = /^Unknown variable: (\w+)$/.exec(text)?.[1];
  const hint = unknown === undefined ? "" : didYouMean(unknown, Object.keys(VARIABLES));
  return { text: `${text}${hint}`, offset: range?.start ?? 0 };
}
