import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import type { LoadBody } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import type { LoadFormat, ReadLoad } from "./format.ts";
import { LOAD_FORMATS } from "./format.ts";
import { loadReaders, readLoadResults } from "./formats.ts";
import type { Inflate } from "./hlog/read.ts";

export const INFLATE: Inflate = (bytes, maxOutputLength) => inflateSync(bytes, { maxOutputLength });

export const READERS: ReturnType<typeof loadReaders> = loadReaders(INFLATE);

/** Files that are recognized in order to be refused by name. */
export const REFUSED: readonly string[] = ["gatling/simulation-3.12.bin"];

export interface Fixture {
  /** `folder/name`. */
  readonly name: string;
  readonly bytes: Buffer;
}

const HERE = new URL("./", import.meta.url);

/** Every fixture, as they lie beside the readers. */
export const FIXTURES: readonly Fixture[] = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) => {
    const fixtures = new URL(`${folder}/fixtures/`, HERE);
    return readdirSync(fixtures)
      .sort()
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(new URL(name, fixtures)) }));
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

export const READABLE: readonly Fixture[] = FIXTURES.filter(({ name }) => !REFUSED.includes(name));

export function fixture(name: string): Buffer {
  const found = FIXTURES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found.bytes;
}

export function read(source: string | Uint8Array): ReadLoad {
  return readLoadResults(typeof source === "string" ? Buffer.from(source) : source, "results", INFLATE);
}

/** A fixture with one part of its text changed; the part must be there. */
export function changed(name: string, from: string | RegExp, to: string | ((found: string) => string)): LoadBody {
  const sound = fixture(name).toString("utf8");
  const harmed = sound.replace(from, (found) => (typeof to === "string" ? to : to(found)));
  assert.notEqual(harmed, sound, `${name} has no ${from}`);
  return read(harmed).body;
}

/** The text of a fixture with parts changed one after another; each part must be there. */
export function edited(name: string, ...parts: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return parts.reduce((sound, [from, to]) => {
    const harmed = sound.replace(from, to);
    assert.notEqual(harmed, sound, `${name} has no ${from}`);
    return harmed;
  }, fixture(name).toString("utf8"));
}

export function codes({ reasons }: LoadBody): readonly string[] {
  return reasons.map(({ code }) => code);
}

/** The code and place with which a source is refused. */
export function refusal(source: string | Uint8Array, format: LoadFormat | null = null): string {
  const bytes = typeof source === "string" ? Buffer.from(source) : source;
  try {
    if (format === null) read(bytes);
    else READERS[format].read(bytes, "results");
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    const { line, column } = thrown.place;
    return `${thrown.code} ${line ?? "-"}:${column ?? "-"}`;
  }
  return "accepted";
}

test("there are results of every format to try", () => {
  const formats = new Set(READABLE.map(({ bytes }) => read(bytes).format));
  assert.deepEqual([...formats].sort(), [...LOAD_FORMATS].sort());
  for (const name of REFUSED) assert.ok(fixture(name).length > 0, name);
});
