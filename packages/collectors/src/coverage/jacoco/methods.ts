import type { Count } from "@holdpoint/core";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";

interface Method {
  readonly line: number;
  readonly key: number;
  readonly isHit: boolean;
}

const NOTHING: Count = { covered: 0, total: 0 };

/** The methods of one package by source file: they stand in classes, before the files and apart from them. */
export class PackageMethods {
  readonly #byFile = new Map<string, Method[]>();
  readonly #hidden = new Map<string, Count>();
  readonly #points = new PointsBuilder();

  add(file: string, line: number, key: number, isHit: boolean): void {
    const methods = this.#byFile.get(file);
    if (methods === undefined) this.#byFile.set(file, [{ line, key, isHit }]);
    else methods.push({ line, key, isHit });
  }

  /** Branches of a method that was compiled without lines: they are in its file's counter and on no line. */
  hide(file: string | null, { covered, total }: Count): void {
    if (file === null) return;
    const known = this.#hidden.get(file) ?? NOTHING;
    this.#hidden.set(file, { covered: known.covered + covered, total: known.total + total });
  }

  takeHidden(file: string): Count {
    const hidden = this.#hidden.get(file) ?? NOTHING;
    this.#hidden.delete(file);
    return hidden;
  }

  /** Takes a file's methods out; null when none is left of it. */
  take(file: string): Points | null {
    const methods = this.#byFile.get(file);
    if (methods === undefined) return null;
    this.#byFile.delete(file);
    methods.forEach(({ line, key, isHit }, order) => this.#points.add(line, key, order, isHit));
    return this.#points.finish();
  }

  /** Files that no `sourcefile` element took. */
  rest(): readonly string[] {
    return [...this.#byFile.keys()];
  }
}
