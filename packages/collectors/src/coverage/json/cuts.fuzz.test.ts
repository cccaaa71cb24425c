import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "@holdpoint/core";
import { harm, seededRandom } from "@holdpoint/testkit";
import { Interner } from "../counts/interner.ts";
import { coveragePy } from "../coverage-py/format.ts";
import { istanbul } from "../istanbul/format.ts";
import { istanbulSummary } from "../istanbul-summary/format.ts";
import { llvmCov } from "../llvm-cov/format.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { simplecov } from "../simplecov/format.ts";
import { readInPieces } from "../testing.ts";
import { JsonCursor } from "./cursor.ts";
import type { Lines } from "./lines.ts";
import type { JsonNode, JsonSpot } from "./node.ts";
import { JsonStream } from "./stream.ts";
import type { ValueEnd } from "./value-end.ts";
import { FoundEnd } from "./value-end.ts";

/** Of the suite, as every property's; a file that is run alone has none. */
const SEED: number = fc.readConfigureGlobal().seed ?? 1;

/** What a reading comes to: all of its result, or its refusal with its place and words. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    const { file, line, column } = thrown.place;
    assert.ok(file === "r.json" && line !== undefined && column !== undefined, "a refusal has its place");
    return `${thrown.code} ${line}:${column} ${thrown.message}`;
  }
}

/** One byte each, or pieces of any sizes. */
const cuts = fc.oneof(fc.constant([1]), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }));
/** Left as it is, harmed, cut off, or with space between all. */
const harms = fc.tuple(fc.constantFrom("none", "harm", "harm", "harm", "end"), fc.nat());

function harmed(bytes: Buffer, [how, seed]: readonly [string, number]): Uint8Array {
  if (how === "harm") return harm(bytes, seededRandom(seed));
  return how === "end" ? bytes.subarray(0, seed % (bytes.length + 1)) : bytes;
}

const FIXTURE_SIZE_BYTES_MAX = 20_000;

/** Its own fixtures that are small enough to be cut often, also with space and with other text. */
function fixturesOf(folder: string): Buffer[] {
  const url = new URL(`../${folder}/fixtures/`, import.meta.url);
  const texts = readdirSync(url)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFileSync(new URL(name, url), "utf8"))
    .filter((text) => text.length <= FIXTURE_SIZE_BYTES_MAX);
  return texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(JSON.stringify(JSON.parse(text), null, "\t").replaceAll("\n", "\r\n")),
    Buffer.from(`\ufeff${text.replaceAll("/", '\\u002f\\\\\\"é😀/')}`),
  ]);
}

const FORMATS: readonly (readonly [folder: string, format: CoverageFormatReader])[] = [
  ["istanbul", istanbul],
  ["istanbul-summary", istanbulSummary],
  ["coverage-py", coveragePy],
  ["llvm-cov", llvmCov],
  ["simplecov", simplecov],
];

for (const [folder, format] of FORMATS) {
  test(`${folder}: a report cut anywhere is the same, or the same refusal (seed ${SEED})`, () => {
    const fixtures = fixturesOf(folder);
    assert.ok(fixtures.length >= 3, `${fixtures.length} fixtures`);
    let refused = 0;
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), harms, cuts, (fixture, how, sizes) => {
        const bytes = harmed(fixture, how);
        const options = () => ({ file: "r.json", interner: new Interner(), keepHits: true });
        const whole = outcome(() => readWhole(format, bytes, options()));
        assert.deepEqual(
          outcome(() => readInPieces(format, bytes, sizes, options())),
          whole,
        );
        if (typeof whole === "string") refused += 1;
        else read += 1;
      }),
      { seed: SEED, numRuns: 300 },
    );
    assert.ok(refused > 50 && read > 20, `${refused} refused, ${read} read`);
  });
}

/** Reads any document, of which so many levels are walked over, and says what all of it was. */
function readAny(
  bytes: Uint8Array,
  sizes: readonly number[],
  levels: number,
  endOf?: (lines: Lines) => ValueEnd,
): unknown {
  const log: string[] = [];
  const cursor = new JsonCursor(Buffer.alloc(0), "r.json");
  const show = (): void => {
    const { line, column } = cursor.place(cursor.at);
    const kind = cursor.kind();
    log.push(`${kind} ${line}:${column}`);
    if (kind === "string") log.push(cursor.text());
    else if (kind === "number") log.push(String(cursor.number()));
    else if (kind === "object") {
      cursor.object((key) => {
        log.push(key);
        show();
      });
    } else if (kind === "array") cursor.array(show);
    else cursor.skip();
  };
  const nodeAt = (level: number, { kind, place }: JsonSpot): JsonNode => {
    const isWalked = level < levels && (kind === "object" || kind === "array");
    if (!isWalked) return { kind: "value", read: show };
    log.push(`${kind} ${place.line}:${place.column}`);
    if (kind === "array") return { kind, item: (_, spot) => nodeAt(level + 1, spot) };
    return {
      kind: "object",
      member(key, spot) {
        log.push(key);
        return nodeAt(level + 1, spot);
      },
    };
  };
  const stream = new JsonStream(cursor, (spot) => nodeAt(0, spot), endOf === undefined ? {} : { endOf });
  const refusal = outcome(() => {
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes[turn % sizes.length] ?? 1;
      stream.push(bytes.subarray(at, at + size));
      at += size;
    }
    stream.finish();
    return "read";
  });
  return refusal === "read" ? log : refusal;
}

const documents = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom("", "\n", " \t"), fc.constantFrom('"', "\\", "\u2028", "/"))
  .map(([value, indent, odd]) => Buffer.from(JSON.stringify({ [odd]: [value, `${odd}"\\"x`] }, null, indent)));

const sameWhereverCut = (endOf?: (lines: Lines) => ValueEnd): void =>
  fc.assert(
    fc.property(documents, harms, cuts, fc.nat(4), (document, how, sizes, levels) => {
      const bytes = harmed(document, how);
      assert.deepEqual(readAny(bytes, sizes, levels, endOf), readAny(bytes, [bytes.length + 1], levels));
    }),
    { seed: SEED, numRuns: 2_000 },
  );

test(`any document is the same wherever it is cut, and however much of it is walked over (seed ${SEED})`, () => {
  sameWhereverCut();
  fc.assert(
    fc.property(documents, fc.nat(4), (document, levels) => {
      assert.deepEqual(readAny(document, [7], levels), readAny(document, [7], 0));
    }),
    { seed: SEED, numRuns: 500 },
  );
});

/** Forgets over the end of a piece that the next byte is escaped. */
class ForgetfulEnd implements ValueEnd {
  readonly #found: FoundEnd;
  #hasEscapeOpen = false;

  constructor(lines: Lines) {
    this.#found = new FoundEnd(lines);
  }

  get isBare(): boolean {
    return this.#found.isBare;
  }

  begin(byte: number): void {
    this.#hasEscapeOpen = false;
    this.#found.begin(byte);
  }

  find(piece: Uint8Array, start: number): number {
    if (this.#hasEscapeOpen && !this.isBare) this.#found.find(Buffer.from("x"), 0);
    const backslashes = /\\*$/.exec(Buffer.from(piece.subarray(start)).toString("latin1"))?.[0].length ?? 0;
    this.#hasEscapeOpen = backslashes % 2 === 1;
    return this.#found.find(piece, start);
  }
}

test(`an escape that is forgotten where a piece ends is caught (seed ${SEED})`, () => {
  assert.throws(() => sameWhereverCut((lines) => new ForgetfulEnd(lines)), /Property failed/);
});
