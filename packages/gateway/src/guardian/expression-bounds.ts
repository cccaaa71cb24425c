import type { ASTNode } from "@marcbachmann/cel-js";

/** What is wrong in an expression, and where. */
export interface ExpressionFault {
  readonly text: string;
  /** Characters from its beginning. */
  readonly offset: number;
}

const COMPREHENSIONS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "map", "filter"]);

/**
 * What an expression holds that has no bound on its time: a regular expression (they backtrack), or a walk over a list
 * inside of another one. Null when there is none.
 */
export function boundsFault(node: ASTNode): ExpressionFault | null {
  return faultIn(node, false);
}

function faultIn(node: ASTNode, insideWalk: boolean): ExpressionFault | null {
  if (node.op !== "rcall") return firstFault(node.args, insideWalk);
  const [name, receiver, given] = node.args;
  if (name === "matches") {
    const text =
      "matches is not read: a regular expression has no bound on its time; use startsWith, endsWith, contains";
    return { text, offset: node.range.start };
  }
  const isWalk = COMPREHENSIONS.has(name);
  if (isWalk && insideWalk)
    return { text: `${name} inside of another walk over a list is not read`, offset: node.range.start };
  return faultIn(receiver, insideWalk) ?? firstFault(given, insideWalk || isWalk);
}

/** Arguments of a node are nodes, lists of nodes, names and literals. */
function firstFault(args: unknown, insideWalk: boolean): ExpressionFault | null {
  if (Array.isArray(args)) {
    for (const one of args) {
      const fault = firstFault(one, insideWalk);
      if (fault !== null) return fault;
    }
    return null;
  }
  return isNode(args) ? faultIn(args, insideWalk) : null;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "range" in value;
}
