import assert from "node:assert/strict";
import { test } from "node:test";
import { harm, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import {
  formatTraceparent,
  isSampled,
  parseTraceparent,
  TRACE_FLAG_RANDOM,
  TRACE_FLAG_SAMPLED,
} from "./traceparent.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";
const of = (flags: number): object => ({ traceId: TRACE, spanId: SPAN, flags });

test("version 00 is read and written the same", () => {
  for (const flags of [0, 1, 2, 3]) {
    const header = `00-${TRACE}-${SPAN}-0${flags}`;
    assert.deepEqual(parseTraceparent(header), of(flags));
    assert.equal(formatTraceparent({ traceId: TRACE, spanId: SPAN, flags }), header);
    assert.deepEqual(parseTraceparent([header]), of(flags));
  }
});

test("flags: sampled and random-trace-id are kept, unknown bits are not interpreted and sent as zero", () => {
  const parent = parseTraceparent(`00-${TRACE}-${SPAN}-ff`);
  assert.deepEqual(parent, of(TRACE_FLAG_SAMPLED | TRACE_FLAG_RANDOM));
  assert.equal(parent && formatTraceparent(parent), `00-${TRACE}-${SPAN}-03`);
  assert.deepEqual(parseTraceparent(`00-${TRACE}-${SPAN}-fc`), of(0));
  assert.equal(formatTraceparent({ traceId: TRACE, spanId: SPAN, flags: 0xf9 }), `00-${TRACE}-${SPAN}-01`);
  assert.ok(isSampled({ traceId: TRACE, spanId: SPAN, flags: 9 }));
  assert.ok(!isSampled({ traceId: TRACE, spanId: SPAN, flags: 2 }));
});

const INVALID: Readonly<Record<string, string>> = {
  empty: "",
  "another format": "garbage",
  "uppercase trace id": `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  "uppercase span id": `00-${TRACE}-${SPAN.toUpperCase()}-01`,
  "uppercase flags": `00-${TRACE}-${SPAN}-0A`,
  "uppercase version": `0A-${TRACE}-${SPAN}-01`,
  "all-zero trace id": `00-${"0".repeat(32)}-${SPAN}-01`,
  "all-zero span id": `00-${TRACE}-${"0".repeat(16)}-01`,
  "version ff": `ff-${TRACE}-${SPAN}-01`,
  "version ff with more": `ff-${TRACE}-${SPAN}-01-more`,
  "version 00 with one character more": `00-${TRACE}-${SPAN}-01.`,
  "version 00 with a dash more": `00-${TRACE}-${SPAN}-01-`,
  "version 00 with a field more": `00-${TRACE}-${SPAN}-01-what-the-future-will-be-like`,
  "version of one digit": `0-${TRACE}-${SPAN}-01`,
  "version of three digits": `000-${TRACE}-${SPAN}-01`,
  "version that is no number": `.0-${TRACE}-${SPAN}-01`,
  "trace id too short": `00-${TRACE.slice(1)}-${SPAN}-01`,
  "trace id too long": `00-${TRACE}0-${SPAN}-01`,
  "trace id with a dot": `00-.${TRACE.slice(1)}-${SPAN}-01`,
  "span id too short": `00-${TRACE}-${SPAN.slice(1)}-01`,
  "span id too long": `00-${TRACE}-${SPAN}0-01`,
  "span id with a dot": `00-${TRACE}-.${SPAN.slice(1)}-01`,
  "flags too short": `00-${TRACE}-${SPAN}-1`,
  "flags too long": `00-${TRACE}-${SPAN}-001`,
  "flags with a dot": `00-${TRACE}-${SPAN}-.0`,
  "underscores for dashes": `00_${TRACE}_${SPAN}_01`,
  "space inside": `00-${TRACE}- ${SPAN}-01`,
  "a line feed after it": `00-${TRACE}-${SPAN}-01\n`,
  "joined by Node from two headers": `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`,
  "later version joined from two headers": `cc-${TRACE}-${SPAN}-01, cc-${TRACE}-${SPAN}-01`,
  "later version, too short": `cc-${TRACE}-${SPAN}-0`,
  "later version, no dash after the flags": `cc-${TRACE}-${SPAN}-01.what-the-future-will-be-like`,
  "later version, flags too long": `cc-${TRACE}-${SPAN}-011`,
  "later version, flags that are no digits": `cc-${TRACE}-${SPAN}-zz`,
  "later version, all-zero trace id": `cc-${"0".repeat(32)}-${SPAN}-01-more`,
};

for (const [name, header] of Object.entries(INVALID)) {
  test(`traceparent is invalid: ${name}`, () => {
    assert.equal(parseTraceparent(header), null);
  });
}

test("no header and several headers start the trace anew", () => {
  const header = `00-${TRACE}-${SPAN}-01`;
  assert.equal(parseTraceparent(undefined), null);
  assert.equal(parseTraceparent([]), null);
  assert.equal(parseTraceparent([header, header]), null);
});

test("of a later version the first 55 characters count, and version 00 is sent on", () => {
  for (const version of ["01", "cc", "fe"]) {
    for (const rest of ["", "-", "-what-the-future-will-be-like", `-${"x".repeat(500)}`]) {
      const parent = parseTraceparent(`${version}-${TRACE}-${SPAN}-03${rest}`);
      assert.deepEqual(parent, of(3), `${version} ${rest}`);
      assert.equal(parent && formatTraceparent(parent), `00-${TRACE}-${SPAN}-03`);
    }
  }
});

test("white space around it is no part of it", () => {
  for (const [before, after] of [
    [" ", ""],
    ["\t", ""],
    ["", " "],
    ["", "\t"],
    ["\t ", " \t"],
  ]) {
    assert.deepEqual(parseTraceparent(`${before}00-${TRACE}-${SPAN}-01${after}`), of(1));
  }
});

test("whatever is read is written as a header that reads the same", () => {
  const random = seededRandom(2026);
  let read = 0;
  for (let round = 0; round < 3000; round += 1) {
    const parent = parseTraceparent(harm(Buffer.from(`cc-${TRACE}-${SPAN}-01-more`), random).toString("latin1"));
    if (parent === null) continue;
    read += 1;
    assert.match(formatTraceparent(parent), /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]$/);
    assert.deepEqual(parseTraceparent(formatTraceparent(parent)), parent);
  }
  assert.ok(read > 20, `${read} of them could be read`);
});

test("any text is read or refused, in time that its length bounds", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseTraceparent(text)));
  assert.equal(parseTraceparent(`${" \t".repeat(8000)}x${" \t".repeat(8000)}`), null);
});
