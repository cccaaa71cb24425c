import { HoldpointError } from "@holdpoint/core";
import { REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import type { CoverageFormatReader, CoverageReadOptions, ReadCoverage } from "./read-report.ts";

/** A reader for formats that only make sense as a whole, such as JSON; bounded by the largest report that is read. */
export function buffered(
  format: CoverageFormatReader["format"],
  looksLike: CoverageFormatReader["looksLike"],
  read: (bytes: Uint8Array, options: CoverageReadOptions) => ReadCoverage,
): CoverageFormatReader {
  return {
    format,
    looksLike,
    open(options) {
      const whole = new GatheredBytes(options);
      return { push: (chunk) => whole.add(chunk), finish: () => read(whole.take(), options) };
    },
  };
}

/** The pieces of a report as one; its memory is taken once when the size was told truly. */
class GatheredBytes {
  readonly #file: string;
  #bytes: Uint8Array;
  #length = 0;

  constructor({ file, sizeBytes = 0 }: CoverageReadOptions) {
    this.#file = file;
    this.#bytes = new Uint8Array(Math.min(sizeBytes, REPORT_SIZE_BYTES_MAX));
  }

  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length > REPORT_SIZE_BYTES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${REPORT_SIZE_BYTES_MAX} bytes`, { file: this.#file });
    }
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, Math.min(this.#bytes.length * 2, REPORT_SIZE_BYTES_MAX)));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }

  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
