import assert from "node:assert/strict";
import { test } from "node:test";
import { OBJECTIVE_CHARS_MAX, ObjectiveReader } from "./reader.ts";

const PLACE = { file: "load.yaml", line: 4, column: 11 };
const reader = (text: string): ObjectiveReader => new ObjectiveReader(text, PLACE);

test("a word is taken where it stands, with the blanks around it", () => {
  const own = reader("  p99   <  3ms ");
  assert.equal(own.take(/rate/), null, "another word stands here");
  assert.deepEqual([...(own.take(/p(\d+)/) ?? [])], ["p99", "99"]);
  assert.equal(own.take(/3ms/), null, "further on is not here");
  assert.equal(own.want(/<=?/, "<=")[0], "<");
  assert.equal(own.isAtEnd, false);
  assert.equal(own.duration("a limit"), 3);
  assert.equal(own.isAtEnd, true);
});

test("a form that fits nothing takes nothing: no reader goes on for ever", () => {
  const own = reader("abc");
  assert.equal(own.take(/x*/), null);
  assert.equal(own.take(/abc/)?.[0], "abc");
});

test("durations are milliseconds, in every unit, without binary noise", () => {
  const of = (text: string): number => reader(text).duration("a limit");
  assert.deepEqual(["7us", "0.3ms", "1.1s", "1.5 m", "2h"].map(of), [0.007, 0.3, 1100, 90_000, 7_200_000]);
  for (const text of ["", "300", "ms", "300 msec", "-3ms", ".5s", "1e3ms", "3 ms2"])
    assert.throws(() => of(text), { code: "HP-CONFIG-VALUE", message: /a limit like 300ms must be/ }, text);
});

test("a name ends at a blank, or at its quotation mark", () => {
  const own = reader('slow "very slow" last');
  assert.deepEqual([own.name("it"), own.name("it"), own.name("it")], ["slow", "very slow", "last"]);
  for (const text of ["", '""', '"open']) assert.throws(() => reader(text).name("a tag"), { message: /name of a tag/ });
});

test("an error stands at the column that was reached, with what is there", () => {
  const own = reader("p99 of cleint time");
  own.take(/p99/);
  own.take(/of/);
  assert.throws(() => own.want(/service/, "a clock"), {
    code: "HP-CONFIG-VALUE",
    message: /^the objective "p99 of cleint time" has "cleint time" where a clock must be$/,
    place: { ...PLACE, column: 11 + 7 },
  });
  assert.match(own.refuseRest(["client", "server"]).message, /goes on with "cleint time"; did you mean "client"\?$/);
  assert.doesNotMatch(own.refuseRest(["zebra"]).message, /did you mean/);
  assert.deepEqual(new ObjectiveReader("x", {}).refuse("is x").place, { column: 1 });
});

test("a text beyond its bound is refused, and shown cut", () => {
  assert.doesNotThrow(() => reader("x".repeat(OBJECTIVE_CHARS_MAX)));
  assert.throws(
    () => reader("x".repeat(OBJECTIVE_CHARS_MAX + 1)),
    (thrown: Error) => thrown.message.endsWith("is longer than 300 characters") && thrown.message.length < 200,
  );
});
