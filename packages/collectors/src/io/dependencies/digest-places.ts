import { setImmediate } from "node:timers/promises";
import { PlaceDigester } from "./place-digest.ts";
import type { PlaceKind } from "./scan-places.ts";

/** The digest of each place. */
export async function digestPlaces(
  root: string,
  places: ReadonlyMap<string, PlaceKind>,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const digester = new PlaceDigester(root);
  const digests = new Map<string, string>();
  for (const [place, kind] of places) {
    signal?.throwIfAborted();
    digests.set(place, digester.digest(place, kind));
    await setImmediate();
  }
  return digests;
}
