import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ActionPage, GetPage } from "./page-walk.ts";
import { walkPages } from "./page-walk.ts";

const LIMIT = 3;

/** Serves the ids in pages; the cursor is the last id of a page. */
function listingOf(ids: readonly string[], serve: (after: number) => ActionPage): { get: GetPage; paths: string[] } {
  const paths: string[] = [];
  const get: GetPage = async (path) => {
    paths.push(path);
    const cursor = new URL(path, "http://a").searchParams.get("cursor");
    return serve(cursor === null ? 0 : ids.indexOf(cursor) + 1);
  };
  return { get, paths };
}

function pageFrom(ids: readonly string[], from: number): ActionPage {
  const items = ids.slice(from, from + LIMIT).map((id) => ({ id }));
  return { items, cursor: from + LIMIT < ids.length ? (items.at(-1)?.id ?? null) : null };
}

describe("walking pages", () => {
  const ids = Array.from({ length: 7 }, (_, index) => `act/${index}`);

  test("sees everything once, and keeps the first of each page", async () => {
    const { get, paths } = listingOf(ids, (from) => pageFrom(ids, from));
    const walk = await walkPages(get, LIMIT, 3);
    assert.deepEqual(walk, { pages: paths, ids: ["act/0", "act/3", "act/6"], actions: 7 });
    assert.equal(paths.length, 3);
    assert.deepEqual(paths.slice(0, 2), ["/v1/actions?limit=3", "/v1/actions?limit=3&cursor=act%2F2"]);
  });

  test("a page that repeats, and a walk without end, are refused", async () => {
    const { get } = listingOf(ids, () => pageFrom(ids, 0));
    await assert.rejects(walkPages(get, LIMIT, 100), /page 1 repeats an action/);
    let next = 0;
    const endless = listingOf(ids, () => ({ items: [{ id: String((next += 1)) }], cursor: "act/0" }));
    await assert.rejects(walkPages(endless.get, LIMIT, 5), /more than 5 pages/);
  });
});
