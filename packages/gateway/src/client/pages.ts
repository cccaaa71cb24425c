/** One page of a list, as it is answered. */
export interface PageWire<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

/** Items of one page after the other, for as long as they are asked for. */
export async function* itemsOf<Item>(
  page: (cursor: string | undefined) => Promise<PageWire<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  for (;;) {
    const { items, cursor: next } = await page(cursor);
    yield* items;
    // A page without an item or with the same cursor again would never end.
    if (next === null || next === cursor || items.length === 0) return;
    cursor = next;
  }
}
