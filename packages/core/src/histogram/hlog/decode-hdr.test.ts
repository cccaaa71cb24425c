import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "../../errors/holdpoint-error.ts";
import { decodeHdr } from "./decode-hdr.ts";
import { COOKIE, HEADER_BYTES } from "./encode-hdr.ts";
import { writeZigZag } from "./zig-zag.ts";

interface Header {
  readonly digits?: number;
  readonly lowest?: bigint;
  readonly highest?: bigint;
  readonly length?: number;
  readonly offset?: number;
}

/** A histogram of the counts given, negative ones for runs of empty buckets, under any header. */
function encoded(counts: readonly number[], header: Header = {}): Uint8Array {
  const payload: number[] = [];
  for (const count of counts) writeZigZag(count, payload);
  const { digits = 2, lowest = 1n, highest = 3_600_000_000n, length = payload.length, offset = 0 } = header;
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, COOKIE);
  view.setInt32(4, length);
  view.setInt32(8, offset);
  view.setInt32(12, digits);
  view.setBigInt64(16, lowest);
  view.setBigInt64(24, highest);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}

const PLACE = { file: "a.hlog", line: 2 };

test("runs of empty buckets are stepped over, zeros hold nothing", () => {
  const histogram = decodeHdr(encoded([0, 2, -3, 1]), 1, PLACE);
  assert.deepEqual(histogram.toSlice(), { count: 3, sumUs: 7, minUs: 1, maxUs: 5, buckets: [1, 2, 5, 1] });
  assert.equal(decodeHdr(encoded([]), 1, PLACE).count, 0);
});

test("a unit scales the values, and never down to less than they were", () => {
  const max = (unitUs: number): number => decodeHdr(encoded([-1500, 1]), unitUs, PLACE).maxUs;
  const own = max(1);
  assert.deepEqual([max(1000), max(0.001)], [own * 1000, Math.ceil(own / 1000)]);
});

test("bytes after the counts are not read, as a padded buffer has them", () => {
  const padded = new Uint8Array([...encoded([3]), 9, 9, 9]);
  assert.equal(decodeHdr(padded, 1, PLACE).count, 3);
});

test("bytes that lie in a larger buffer are read from where they begin", () => {
  const own = encoded([3, 4]);
  const shared = new Uint8Array(own.length + 5);
  shared.set(own, 5);
  assert.equal(decodeHdr(shared.subarray(5), 1, PLACE).count, 7);
});

test("a header that cannot be is refused with the place", () => {
  const harms: readonly (readonly [Header, string, RegExp])[] = [
    [{ digits: -1 }, "HP-READ-SYNTAX", /-1 significant digits/],
    [{ digits: 6 }, "HP-READ-SYNTAX", /6 significant digits/],
    [{ lowest: 0n }, "HP-READ-SYNTAX", /values from 0 to/],
    [{ lowest: -5n }, "HP-READ-SYNTAX", /values from -5 to/],
    [{ lowest: 10n, highest: 19n }, "HP-READ-SYNTAX", /values from 10 to 19/],
    [{ length: -1 }, "HP-READ-TRUNCATED", /says -1 bytes of counts and has 1/],
    [{ length: 2 }, "HP-READ-TRUNCATED", /says 2 bytes of counts and has 1/],
    [{ offset: 1 }, "HP-READ-NOT-THE-FORMAT", /shifted by 1/],
  ];
  for (const [header, code, message] of harms)
    assert.throws(() => decodeHdr(encoded([1], header), 1, PLACE), { code, message, place: PLACE });
  assert.equal(decodeHdr(encoded([1], { lowest: 10n, highest: 20n }), 1, PLACE).count, 1, "twice is enough");
});

test("a bucket beyond the range is refused, the last one within is read", () => {
  const header = { highest: 255n };
  assert.equal(decodeHdr(encoded([-255, 1], header), 1, PLACE).maxUs, 255);
  assert.throws(() => decodeHdr(encoded([-256, 1], header), 1, PLACE), {
    message: /bucket 256, and its range has 256/,
  });
});

test("any bytes behind a sound cookie end in a histogram or a registered error", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (rest) => {
      const bytes = new Uint8Array([0x1c, 0x84, 0x93, 0x13, ...rest]);
      try {
        assert.ok(decodeHdr(bytes, 1, PLACE).count >= 0);
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown), String(thrown));
      }
    }),
  );
});
