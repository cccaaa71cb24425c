import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Tracestate } from "./tracestate.ts";
import { formatTracestate, isMember, parseTracestate, withMember } from "./tracestate.ts";

const keys = (headers: string | readonly string[]): readonly string[] | null =>
  parseTracestate(headers)?.map(({ key }) => key) ?? null;
const listed = (count: number, from: number = 1): string =>
  Array.from({ length: count }, (_, index) => `bar${from + index}=${index}`).join(",");

test("members are read from left to right", () => {
  assert.deepEqual(parseTracestate("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"), [
    { key: "rojo", value: "00f067aa0ba902b7" },
    { key: "congo", value: "t61rcWkgMzE" },
  ]);
});

test("several headers are one list in their order", () => {
  assert.deepEqual(keys(["foo=1,bar=2", "rojo=1,congo=2", "baz=3"]), ["foo", "bar", "rojo", "congo", "baz"]);
});

test("no header, an empty one, and empty members are allowed and hold nothing", () => {
  for (const headers of [undefined, "", " \t", ",", " , \t,,", ["", ""]])
    assert.deepEqual(parseTracestate(headers), []);
  assert.deepEqual(keys(["", "foo=1", " ", ",bar=2,,"]), ["foo", "bar"]);
});

test("white space around members is ignored; leading spaces of a value are its own", () => {
  const three = [
    { key: "foo", value: "1" },
    { key: "bar", value: "2" },
    { key: "baz", value: "3" },
  ];
  for (const header of [
    "foo=1 \t , \t bar=2, \t baz=3",
    "foo=1\t \t,\t \tbar=2,\t \tbaz=3",
    "\t foo=1,bar=2,baz=3 \t",
  ]) {
    assert.deepEqual(parseTracestate(header), three);
  }
  assert.deepEqual(parseTracestate("foo=  1  "), [{ key: "foo", value: "  1" }]);
  assert.equal(parseTracestate("foo=\t1"), null);
});

test("a key twice discards the whole, with the same value too, and across headers", () => {
  for (const headers of ["foo=1,foo=1", "foo=1,foo=2", ["foo=1", "foo=1"], ["foo=1", "bar=1", "foo=2"]]) {
    assert.equal(parseTracestate(headers), null);
  }
});

test("32 members are read, 33 discard the whole; empty ones do not count", () => {
  assert.equal(parseTracestate(listed(32))?.length, 32);
  assert.equal(parseTracestate(listed(33)), null);
  assert.equal(parseTracestate([listed(20), `,,,,${listed(12, 21)},,`])?.length, 32);
  assert.equal(parseTracestate([listed(20), listed(13, 21)]), null);
});

test("keys: every character of the grammar of level 2, digits first too, `@` like any other", () => {
  const every = "abcdefghijklmnopqrstuvwxyz0123456789_-*/@";
  const allowed = [
    "a",
    "0",
    "9z",
    every,
    "foo@",
    "foo@@bar",
    "foo@bar@baz",
    "t@system-id-of-more-than-14",
    "a".repeat(256),
  ];
  for (const key of [...allowed, `${"t".repeat(242)}@v`]) assert.deepEqual(keys(`${key}=1`), [key]);
});

test("keys: anything else discards the whole", () => {
  const refused = [
    "",
    "@foo",
    "_a",
    "-a",
    "*a",
    "/a",
    "FOO",
    "fOo",
    "foo.bar",
    "foo ",
    "fo o",
    "é",
    "a".repeat(257),
    "a\0",
  ];
  for (const key of refused) assert.equal(parseTracestate(`ok=1,${key}=1`), null, JSON.stringify(key));
});

test("values: every printable character but comma and equals, up to 256 of them", () => {
  const every = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))
    .filter((char) => char !== "," && char !== "=")
    .join("");
  assert.deepEqual(parseTracestate(`a=${every}`), [{ key: "a", value: every }]);
  assert.equal(parseTracestate(`a=${"v".repeat(256)}`)?.length, 1);
  assert.equal(parseTracestate(`a=${"v".repeat(256)}   `)?.length, 1);
});

test("values: empty, too long, with an equals sign or anything unprintable discard the whole", () => {
  for (const value of ["", " ", "v".repeat(257), "bar=baz", "a\tb", "a\nb", "a\rb", "é", "\x7f", "\0", "\x1f"]) {
    assert.equal(parseTracestate(`ok=1,a=${value}`), null, JSON.stringify(value));
  }
  assert.equal(parseTracestate("ok=1,noequals"), null);
});

test("a list that is far too long is not read at all", () => {
  assert.equal(parseTracestate(",".repeat(32_769)), null);
  assert.deepEqual(parseTracestate(",".repeat(32_768)), []);
  assert.equal(parseTracestate(`a=1${" \t".repeat(16_000)}x`), null);
});

test("a changed or new member goes to the left, and pushes the 33rd out on the right", () => {
  const state = parseTracestate("a=1,b=2,c=3") ?? [];
  assert.equal(formatTracestate(withMember(state, { key: "b", value: "9" })), "b=9,a=1,c=3");
  assert.equal(formatTracestate(withMember(state, { key: "d", value: "4" })), "d=4,a=1,b=2,c=3");
  const full = withMember(parseTracestate(listed(32)) ?? [], { key: "new", value: "1" });
  assert.deepEqual([full.length, full[0]?.key, full.at(-1)?.key], [32, "new", "bar31"]);
  assert.throws(() => withMember(state, { key: "B", value: "1" }), RangeError);
  assert.throws(() => withMember(state, { key: "b", value: "1," }), RangeError);
});

const member = (key: string, chars: number): string => `${key}=${"v".repeat(chars - key.length - 1)}`;

test("512 characters are propagated whole", () => {
  const exact = [member("a", 127), member("b", 128), member("c", 128), member("d", 126)].join(",");
  assert.equal(exact.length, 512);
  assert.equal(formatTracestate(parseTracestate(exact) ?? []), exact);
});

test("beyond 512 characters, members of more than 128 go first, then those at the end; never a part of one", () => {
  const long = [member("a", 129), member("b", 128), member("c", 129), member("d", 128), member("e", 100)];
  assert.equal(formatTracestate(parseTracestate(long) ?? []), [long[0], long[1], long[3], long[4]].join(","));
  const longer = [...long, member("f", 120)];
  assert.equal(formatTracestate(parseTracestate(longer) ?? []), [long[1], long[3], long[4], longer[5]].join(","));
  const short = Array.from({ length: 6 }, (_, index) => member(`k${index}`, 100));
  assert.equal(formatTracestate(parseTracestate(short) ?? []), short.slice(0, 5).join(","));
  assert.equal(formatTracestate([{ key: "a", value: "v".repeat(256) }])?.length, 258);
  const huge: Tracestate = [{ key: "a".repeat(256), value: "v".repeat(256) }];
  assert.equal(formatTracestate(huge), null);
});

test("nothing is not sent", () => {
  assert.equal(formatTracestate([]), null);
});

test("what is read is sent and read the same, as far as it fits", () => {
  const key = fc.stringMatching(/^[a-z0-9][a-z0-9_\-*/@]{0,40}$/);
  const value = fc.stringMatching(/^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,40}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/);
  const state = fc.uniqueArray(fc.record({ key, value }, { noNullPrototype: true }), {
    selector: (one) => one.key,
    maxLength: 40,
  });
  fc.assert(
    fc.property(state, fc.constantFrom(",", ", ", "\t,,"), (members, comma) => {
      const parsed = parseTracestate(members.map((one) => `${one.key}=${one.value}`).join(comma));
      if (members.length > 32) assert.equal(parsed, null);
      else assert.deepEqual(parsed, members);
      const sent = formatTracestate(members);
      assert.ok((sent ?? "").length <= 512);
      const again = parseTracestate(sent ?? "") ?? [];
      const kept = members.filter((one) => again.some((other) => other.key === one.key));
      assert.deepEqual(again, kept);
    }),
  );
});

test("any text is read or refused, and what is read has members only", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii", maxLength: 60 }), (text) => {
      for (const one of parseTracestate(text) ?? []) assert.ok(isMember(one));
    }),
  );
});
