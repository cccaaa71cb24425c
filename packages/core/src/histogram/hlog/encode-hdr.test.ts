import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HISTOGRAM_MAX_US } from "../layout.ts";
import { LogHistogram } from "../log-histogram.ts";
import { decodeHdr } from "./decode-hdr.ts";
import { encodeHdr } from "./encode-hdr.ts";
import { hdrBuckets, hdrHigh } from "./hdr-layout.ts";

/**
 * Derived by hand from the published format (HdrHistogram, "V2 encoding": 40 bytes of header, then ZigZag LEB128 counts
 * with runs of empty buckets as negative numbers). 1 once, 3 twice, 300 once: one empty, 1, one empty, 2, 274 empty, 1;
 * the bucket of 300 with two digits is ((1 + 1) << 7) + (300 >> 1) - 128 = 278.
 */
const HEADER = "1c849313000000070000000000000002000000000000000100000000d693a4003ff0000000000000";
const VECTOR = `${HEADER}01020104a30402`;

function histogramOf(...all: readonly number[]): LogHistogram {
  const histogram = new LogHistogram();
  for (const us of all) histogram.record(us);
  return histogram;
}

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

test("counts are written as the published format says", () => {
  const bytes = encodeHdr(histogramOf(1, 3, 3, 300).toSlice() ?? assert.fail());
  assert.equal(Buffer.from(bytes).toString("hex"), VECTOR);
  assert.deepEqual(decodeHdr(bytes, 1, {}).toSlice()?.buckets, [1, 1, 3, 2, 278, 1]);
});

test("what is written is read as the same counts", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: 1 }), (all) => {
      const slice = histogramOf(...all).toSlice() ?? assert.fail();
      assert.deepEqual(decodeHdr(encodeHdr(slice), 1, {}).toSlice()?.buckets, slice.buckets);
    }),
  );
});

test("longer than an hour is written as an hour, and none is lost", () => {
  const slice = histogramOf(HISTOGRAM_MAX_US, 2 ** 40).toSlice() ?? assert.fail();
  const read = decodeHdr(encodeHdr(slice), 1, {});
  assert.equal(read.count, 2);
  assert.equal(read.countAbove(3_599_000_000), 2);
});

test("other digits and units are read at the upper end of their buckets", () => {
  const nanoseconds = { digits: 3, lowest: 1000, highest: 3_600_000_000_000 };
  assert.equal(hdrHigh(nanoseconds, 0), 511);
  assert.equal(hdrHigh(nanoseconds, 2047), 2048 * 512 - 1);
  assert.equal(hdrHigh(nanoseconds, 2048), 1025 * 1024 - 1);
  assert.equal(hdrBuckets({ digits: 3, lowest: 1, highest: 3_600_000_000 }), 23_552);
  const header = HEADER.replace("0000000700000000", "0000000100000000")
    .replace("000000020000", "000000030000")
    .replace("0000000000000001", "00000000000003e8");
  assert.equal(decodeHdr(hex(`${header}02`), 0.001, {}).maxUs, 1, "511 ns are at most 1 us");
});

test("harmed bytes are refused where they are wrong, and never read as something else by crash", () => {
  const place = { file: "a.hlog", line: 3 };
  const harms: readonly (readonly [string, string])[] = [
    ["", "HP-READ-TRUNCATED"],
    [VECTOR.slice(0, 60), "HP-READ-TRUNCATED"],
    [VECTOR.slice(0, -2), "HP-READ-TRUNCATED"],
    [VECTOR.replace("1c849313", "1c849301"), "HP-READ-NOT-THE-FORMAT"],
    [VECTOR.replace("0000000700000000", "0000000700000001"), "HP-READ-NOT-THE-FORMAT"],
    [VECTOR.replace("000000020000", "000000090000"), "HP-READ-SYNTAX"],
    [VECTOR.replace("00000000d693a400", "0000000000000001"), "HP-READ-SYNTAX"],
    [VECTOR.replace("01020104a30402", "010201040402a3"), "HP-READ-SYNTAX"],
    [VECTOR.replace("01020104a30402", "ffffff7f040202"), "HP-READ-SYNTAX"],
  ];
  for (const [text, code] of harms) assert.throws(() => decodeHdr(hex(text), 1, place), { code, place }, text);
});
