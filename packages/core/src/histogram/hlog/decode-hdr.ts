import type { ErrorPlace } from "../../errors/holdpoint-error.ts";
import { HoldpointError } from "../../errors/holdpoint-error.ts";
import { LogHistogram } from "../log-histogram.ts";
import { COOKIE, HEADER_BYTES } from "./encode-hdr.ts";
import type { HdrLayout } from "./hdr-layout.ts";
import { HDR_DIGITS_MAX, hdrBuckets, hdrHigh } from "./hdr-layout.ts";
import { readZigZag } from "./zig-zag.ts";

/**
 * Reads a V2 histogram of any digits. Each count is taken at the upper end of its bucket.
 *
 * @param unitUs microseconds that one unit of its values stands for: 1 for wrk2's, 0.001 for nanoseconds
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT` for other encodings, `HP-READ-TRUNCATED`, `HP-READ-SYNTAX`
 */
export function decodeHdr(bytes: Uint8Array, unitUs: number, place: ErrorPlace): LogHistogram {
  if (bytes.length < HEADER_BYTES) throw new HoldpointError("HP-READ-TRUNCATED", "the histogram has no header", place);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cookie = view.getUint32(0);
  if (cookie !== COOKIE) throw otherFormat(`its cookie is 0x${cookie.toString(16)}, and V2 is 0x1c849313`, place);
  const layout = layoutOf(view, place);
  const length = view.getInt32(4);
  if (length < 0 || HEADER_BYTES + length > bytes.length) {
    const text = `the histogram says ${length} bytes of counts and has ${bytes.length - HEADER_BYTES}`;
    throw new HoldpointError("HP-READ-TRUNCATED", text, place);
  }
  return countsOf(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length), layout, { unitUs, place });
}

function layoutOf(view: DataView, place: ErrorPlace): HdrLayout {
  const [offset, digits] = [view.getInt32(8), view.getInt32(12)];
  const [lowest, highest] = [Number(view.getBigInt64(16)), Number(view.getBigInt64(24))];
  if (offset !== 0) throw otherFormat(`its indexes are shifted by ${offset}, which only double histograms are`, place);
  if (digits < 0 || digits > HDR_DIGITS_MAX) throw broken(`it says ${digits} significant digits`, place);
  if (!(lowest >= 1 && highest >= 2 * lowest)) throw broken(`it says values from ${lowest} to ${highest}`, place);
  return { digits, lowest, highest };
}

interface CountTerms {
  readonly unitUs: number;
  readonly place: ErrorPlace;
}

function countsOf(payload: Uint8Array, layout: HdrLayout, { unitUs, place }: CountTerms): LogHistogram {
  const histogram = new LogHistogram();
  const most = hdrBuckets(layout);
  let [at, index] = [0, 0];
  while (at < payload.length) {
    const read = readZigZag(payload, at);
    if (read === null) throw broken(`its counts break off after bucket ${index}`, place);
    at = read.next;
    if (read.value < 0) {
      index -= read.value;
      continue;
    }
    if (index >= most) throw broken(`it has a bucket ${index}, and its range has ${most}`, place);
    const us = Math.min(Math.ceil(hdrHigh(layout, index) * unitUs), Number.MAX_SAFE_INTEGER);
    if (read.value > 0) histogram.record(us, read.value);
    index += 1;
  }
  return histogram;
}

function otherFormat(why: string, place: ErrorPlace): HoldpointError {
  return new HoldpointError("HP-READ-NOT-THE-FORMAT", `the histogram is not one that is read: ${why}`, place);
}

function broken(why: string, place: ErrorPlace): HoldpointError {
  return new HoldpointError("HP-READ-SYNTAX", `the histogram is broken: ${why}`, place);
}
