import type { Asker } from "./get-timed.ts";

export interface ActionPage {
  readonly items: readonly { readonly id: string }[];
  readonly cursor: string | null;
}

export interface Walk {
  /** Of every page. */
  readonly timesMs: readonly number[];
  /** The first id of each page, so from all ages alike. */
  readonly ids: readonly string[];
  readonly actions: number;
}

/** Walks a listing to its end. Throws where a page brings an action of the page before, or the walk never ends. */
export async function walkPages(asker: Asker, limit: number, pagesMax: number): Promise<Walk> {
  const timesMs: number[] = [];
  const ids: string[] = [];
  let actions = 0;
  let cursor: string | null = null;
  let before = new Set<string>();
  do {
    const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await asker.get<ActionPage>(`/v1/actions?limit=${limit}${from}`);
    const { items } = page.body;
    if (items.some(({ id }) => before.has(id))) throw new Error(`page ${timesMs.length} repeats an action`);
    before = new Set(items.map(({ id }) => id));
    timesMs.push(page.ms);
    actions += items.length;
    const [first] = items;
    if (first !== undefined) ids.push(first.id);
    cursor = page.body.cursor;
    if (timesMs.length > pagesMax) throw new Error(`the listing has more than ${pagesMax} pages`);
  } while (cursor !== null);
  return { timesMs, ids, actions };
}
