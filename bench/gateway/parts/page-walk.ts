export interface ActionPage {
  readonly items: readonly { readonly id: string }[];
  readonly cursor: string | null;
}

/** Asks for a path of the gateway. */
export type GetPage = (path: string) => Promise<ActionPage>;

export interface Walk {
  /** Path and query of every page. */
  readonly pages: readonly string[];
  /** The first id of each page, so from all ages alike. */
  readonly ids: readonly string[];
  readonly actions: number;
}

/** Walks a listing to its end. Throws where a page brings an action of the page before, or the walk never ends. */
export async function walkPages(get: GetPage, limit: number, pagesMax: number): Promise<Walk> {
  const pages: string[] = [];
  const ids: string[] = [];
  let actions = 0;
  let cursor: string | null = null;
  let before = new Set<string>();
  do {
    const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/v1/actions?limit=${limit}${from}`;
    const page = await get(path);
    const { items } = page;
    if (items.some(({ id }) => before.has(id))) throw new Error(`page ${pages.length} repeats an action`);
    before = new Set(items.map(({ id }) => id));
    pages.push(path);
    actions += items.length;
    const [first] = items;
    if (first !== undefined) ids.push(first.id);
    cursor = page.cursor;
    if (pages.length > pagesMax) throw new Error(`the listing has more than ${pagesMax} pages`);
  } while (cursor !== null);
  return { pages, ids, actions };
}
