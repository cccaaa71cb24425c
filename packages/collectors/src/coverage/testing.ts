import type { CoverageFormatReader, CoverageReadOptions, ReadCoverage } from "./read-report.ts";

/** Reads a report in pieces of these sizes, over and over, each handed over in memory that is written over after. */
export function readInPieces(
  format: CoverageFormatReader,
  bytes: Uint8Array,
  sizes: readonly number[],
  options: CoverageReadOptions,
): ReadCoverage {
  const reader = format.open(options);
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes.length === 0 ? bytes.length : (sizes[turn % sizes.length] ?? 1);
    const piece = Buffer.from(bytes.subarray(at, at + size));
    reader.push(piece);
    piece.fill(0x21);
    at += size;
  }
  return reader.finish();
}
