import assert from "node:assert/strict";
import { test } from "node:test";
import type { FetchedPage } from "../io/under-load/fetch-page.ts";
import { Watch } from "./watch.ts";

const TREE = { residentBytes: 1000, descriptors: 7, processes: 1 };

function clock(): () => number {
  let now = 1_000_000;
  return () => (now += 10);
}

function page(text: string, atMs: number): FetchedPage {
  return { atMs, contentType: "text/plain; version=0.0.4", bytes: new TextEncoder().encode(text) };
}

const TEXT = (heap: number): string =>
  `# TYPE nodejs_heap_size_used_bytes gauge\nnodejs_heap_size_used_bytes ${heap}\n` +
  "# TYPE nodejs_active_resources gauge\nnodejs_active_resources 5\n";

test("a look reads the process and its metrics at once", async () => {
  const nowMs = clock();
  const watch = new Watch({ nowMs, fetchPage: async () => page(TEXT(42), nowMs()), readTree: () => TREE });
  await watch.look();
  const series = Object.fromEntries(watch.resources.series().map(({ resource, points }) => [resource, points[0]?.[1]]));
  assert.deepEqual(series, { rss: 1000, heap: 42, descriptors: 7, handles: 5 });
  assert.equal(watch.pages.length, 1);
});

test("without metrics only the process is known, without a process only its metrics", async () => {
  const nowMs = clock();
  const noPage = new Watch({ nowMs, fetchPage: null, readTree: () => TREE });
  await noPage.look();
  assert.deepEqual(
    noPage.resources.series().map(({ unreadable }) => unreadable),
    [0, 1, 0, 1],
  );
  assert.deepEqual(noPage.pages, []);
  const noTree = new Watch({ nowMs, fetchPage: async () => page(TEXT(1), nowMs()), readTree: null });
  await noTree.look();
  assert.ok(noTree.resources.series().every(({ points, unreadable }) => points.length === 0 && unreadable === 0));
  assert.equal(noTree.pages.length, 1);
});

test("of many pages the first, the last and some evenly between are kept", async () => {
  const nowMs = clock();
  let looked = 0;
  const fetchPage = async (): Promise<FetchedPage> => page(TEXT((looked += 1)), looked);
  const watch = new Watch({ nowMs, fetchPage, readTree: null });
  for (let look = 0; look < 1000; look += 1) await watch.look();
  const at = watch.pages.map(({ atMs }) => atMs);
  assert.equal(at[0], 1);
  assert.equal(at.at(-1), 1000);
  assert.ok(at.length >= 6 && at.length <= 13, `${at.length} pages`);
  assert.deepEqual(
    at,
    at.toSorted((a, b) => a - b),
  );
  const gaps = at.slice(1, -1).map((one, index) => one - (at[index] ?? 0));
  assert.equal(new Set(gaps).size, 1);
});

test("a page that could not be had is not left out in silence", async () => {
  const nowMs = clock();
  let looked = 0;
  const fetchPage = async (): Promise<FetchedPage> => {
    looked += 1;
    if (looked === 2) throw new Error("it answered 500");
    return page(TEXT(looked), looked);
  };
  const watch = new Watch({ nowMs, fetchPage, readTree: () => TREE });
  for (let look = 0; look < 3; look += 1) await watch.look();
  assert.throws(() => watch.pages, /it answered 500/);
  assert.equal(watch.resources.series().find(({ resource }) => resource === "heap")?.unreadable, 1);
});
