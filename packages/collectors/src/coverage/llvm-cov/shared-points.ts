import type { Interner } from "../counts/interner.ts";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { Stretch } from "./tuples.ts";

/** One point; `next` is the point that one function names at the same stretch again. */
interface Shared {
  isTaken: boolean;
  /** Number of the function that named it last. */
  turn: number;
  next: Shared | null;
}

/** A stretch relative to its line, as one number where its numbers are small, which they nearly always are. */
type Shape = number | string;

const SMALL = 4_096;

/** Source points that several functions name, such as the instances of a template: taken where any took it. */
export class SharedPoints {
  readonly #points = new Map<Shape, Map<number, Shared>>();
  #turn = 0;

  /** What is added from here on belongs to another function. */
  begin(): void {
    this.#turn += 1;
  }

  /** @param line that it is kept under @param way what tells it from others of the same stretch */
  add(line: number, stretch: Stretch, way: string, isTaken: boolean): void {
    const shape = shapeOf(line, stretch, way);
    let lines = this.#points.get(shape);
    if (lines === undefined) {
      lines = new Map();
      this.#points.set(shape, lines);
    }
    let point = lines.get(line);
    if (point === undefined) {
      lines.set(line, { isTaken, turn: this.#turn, next: null });
      return;
    }
    while (point.turn === this.#turn) {
      point.next ??= { isTaken: false, turn: -1, next: null };
      point = point.next;
    }
    point.turn = this.#turn;
    point.isTaken ||= isTaken;
  }

  finish(interner: Interner): Points {
    const builder = new PointsBuilder();
    for (const [shape, lines] of this.#points) {
      const key = interner.of(String(shape));
      for (const [line, first] of lines) {
        let order = 0;
        for (let point: Shared | null = first; point !== null; point = point.next) {
          builder.add(line, key, order, point.isTaken);
          order += 1;
        }
      }
    }
    return builder.finish();
  }
}

function shapeOf(line: number, { line: begins, column, endLine, endColumn }: Stretch, way: string): Shape {
  const height = endLine - begins;
  const isSmall = way === "" && begins === line && column < SMALL && endColumn < SMALL && height < SMALL && height >= 0;
  if (isSmall) return (column * SMALL + height) * SMALL + endColumn;
  return `${way} ${begins - line}:${column}:${endLine - line}:${endColumn}`;
}
