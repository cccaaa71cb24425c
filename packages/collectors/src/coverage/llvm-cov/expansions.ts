import type { Region, Stretch } from "./tuples.ts";
import { KIND_EXPANSION } from "./tuples.ts";

/** Macros may stand in macros; no real nesting comes near it. */
const NESTING_MAX = 256;

/** Where something is counted: a file of the function, a line in it, and the expansions on the way there. */
export interface Site {
  readonly fileId: number;
  readonly line: number;
  /** Empty where nothing is expanded. */
  readonly way: string;
}

/** Finds for what stands in a macro the place where the macro stands, because llvm-cov counts it there each time. */
export class Expansions {
  readonly #byExpanded = new Map<number, Region>();

  constructor(regions: readonly Region[]) {
    for (const region of regions) {
      if (region.kind === KIND_EXPANSION) this.#byExpanded.set(region.expandedFileId, region);
    }
  }

  siteOf(stretch: Stretch): Site {
    let { fileId, line } = stretch;
    let way = "";
    for (let nesting = 0; nesting < NESTING_MAX; nesting += 1) {
      const expansion = this.#byExpanded.get(fileId);
      if (expansion === undefined || expansion.fileId === fileId) break;
      way += `${expansion.column}/`;
      ({ fileId, line } = expansion);
    }
    return { fileId, line, way };
  }
}
