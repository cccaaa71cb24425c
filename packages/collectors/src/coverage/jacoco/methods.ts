import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";

interface Method {
  readonly line: number;
  readonly key: number;
  readonly isHit: boolean;
}

/** The methods of one package by source file: they stand in classes, before the files and apart from them. */
export class PackageMethods {
  readonly #byFile = new Map<string, Method[]>();
  readonly #points = new PointsBuilder();

  add(file: string, line: number, key: number, isHit: boolean): void {
    const methods = this.#byFile.get(file);
    if (methods === undefined) this.#byFile.set(file, [{ line, key, isHit }]);
    else methods.push({ line, key, isHit });
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
