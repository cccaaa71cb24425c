import assert from "node:assert/strict";
import { test } from "node:test";
import type { Facts } from "./expression.ts";
import { compileExpression } from "./expression.ts";

const FACTS: Facts = {
  actor: "ann",
  roles: ["requester"],
  adapter: "payments",
  operation: "refund",
  args: JSON.parse(
    '{"amount": 5, "text": "hello", "list": [1, 2, 3], "none": null, "deep": {"a": 1.5}}',
  ) as Facts["args"],
  risk: "low",
  session: null,
  dry_run: false,
  generation: 0n,
};

function evaluate(text: string, wanted: "truth" | "number" = "truth"): unknown {
  const compiled = compileExpression(text, wanted);
  assert.ok(typeof compiled === "function", `${text}: ${JSON.stringify(compiled)}`);
  return compiled(FACTS);
}

function faultOf(
  text: string,
  wanted: "truth" | "number" = "truth",
): { readonly text: string; readonly offset: number } {
  const compiled = compileExpression(text, wanted);
  assert.ok(typeof compiled !== "function", `${text} was compiled`);
  return compiled;
}

test("an expression sees all facts", () => {
  for (const text of [
    'actor == "ann"',
    '"requester" in roles',
    'adapter == "payments" && operation == "refund"',
    "args.amount == 5 && args.amount > 4 && args.amount <= 5.0",
    'args.text.startsWith("he")',
    "args.list.all(x, x > 0) && size(args.list) == 3",
    "args.none == null",
    "args.deep.a == 1.5",
    'risk in ["safe", "low"]',
    "session == null",
    "!dry_run",
    "generation == 0",
    "!has(args.missing) && has(args.amount)",
  ]) {
    assert.equal(evaluate(text), true, text);
  }
  assert.equal(evaluate("args.amount", "number"), 5);
  assert.equal(evaluate("int(args.amount) * 2", "number"), 10n);
});

test("what only an object's prototype has is not there", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    assert.equal(evaluate(`has(args.${name})`), false, name);
    assert.throws(() => evaluate(`args.${name} == 1`), /No such key/);
  }
});

test("a missing field and a wrong type throw, which is a denial", () => {
  for (const text of [
    "args.missing == 1",
    "args.text > 5",
    "args.deep.b.c == 1",
    "1 / 0 == 1",
    "args.amount + 1 == 6",
  ]) {
    assert.throws(() => evaluate(text), Error, text);
  }
});

test("what does not fit is refused at its place", () => {
  assert.deepEqual(faultOf("dry_run || acto"), { text: 'Unknown variable: acto; did you mean "actor"?', offset: 11 });
  assert.deepEqual(faultOf("dry_run &&"), { text: "Unexpected token: EOF", offset: 10 });
  assert.match(faultOf("actor > 3").text, /string > int/);
  assert.match(faultOf("nothing(actor)").text, /nothing/);
  assert.match(faultOf("args.flag").text, /true or false and is dyn; compare it/);
  assert.match(faultOf("actor").text, /true or false and is string/);
  assert.match(faultOf("actor", "number").text, /a number and is string/);
  assert.match(faultOf("dry_run", "number").text, /a number and is bool/);
});

test("a regular expression is refused wherever it stands", () => {
  for (const text of [
    'actor.matches("a+")',
    "actor.matches(args.text)",
    'dry_run || (dry_run ? !actor.matches("a") : true)',
    'args.list.all(x, string(x).matches("1"))',
    '{"a": actor.matches("a")}.a',
    '[actor.matches("a")][0]',
  ]) {
    assert.match(faultOf(text).text, /matches is not read/, text);
  }
  assert.equal(evaluate("!has(args.matches)"), true, "a field of that name is no call");
});

test("a walk inside of a walk is refused, one after the other is not", () => {
  assert.match(faultOf("args.list.all(x, args.list.exists(y, y == x))").text, /^exists inside of another walk/);
  assert.match(faultOf("args.list.exists(x, size(args.list.filter(y, y > x)) > 1)").text, /^filter inside/);
  assert.match(faultOf("args.list.map(x, args.list.map(y, y)) == []").text, /^map inside/);
  assert.equal(evaluate("args.list.filter(x, x > 1).all(x, x > 1)"), true);
});

test("an expression has a bound on its size", () => {
  assert.match(faultOf(Array.from({ length: 400 }, () => "dry_run").join(" || ")).text, /./);
  assert.match(faultOf(`${"(".repeat(200)}dry_run${")".repeat(200)}`).text, /./);
});
