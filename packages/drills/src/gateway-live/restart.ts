import type { GatewayLiveBody, Json } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import { objectOf, textOf } from "../http-probe.ts";
import { allItems } from "../gateway/answers.ts";
import { checkpointOf } from "../gateway/rfc6962.ts";
import type { House } from "../gateway/house.ts";
import { MODES } from "./terms.ts";
import type { Experiment } from "./terms.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import { pause } from "../io/pause.ts";

/** What is done again is done soon after the start. */
const SETTLE_MS = 200;

/** SIGKILL, a start on the same data, and everything asked again. */
export async function tryRestart({ house, context }: Experiment): Promise<Pick<GatewayLiveBody, "restarts">> {
  await house.submit({ adapter: "shop" });
  const before = await look(house);
  await house.kill();
  await house.start();
  await pause(SETTLE_MS, context.signal);
  const after = await look(house);
  const paths = [...new Set([...before.answers.keys(), ...after.answers.keys()])];
  return {
    restarts: [
      {
        compared: before.answers.size,
        differing: paths.filter((path) => before.answers.get(path) !== after.answers.get(path)),
        effectsBefore: before.effects,
        effectsAfter: after.effects,
        ledgerSizeBefore: before.size,
        ledgerSizeAfter: after.size,
      },
    ],
  };
}

interface Seen {
  /** Canonical text of each answer, by path. */
  readonly answers: ReadonlyMap<string, string>;
  readonly effects: number;
  readonly size: number;
}

async function look(house: House): Promise<Seen> {
  const answers = new Map<string, string>();
  const actions = await allItems(house, "/v1/actions");
  for (const action of actions) answers.set(`/v1/actions/${textOf(action["id"])}`, canonicalize(action));
  for (const letter of await allItems(house, "/v1/dead-letters")) {
    answers.set(`/v1/dead-letters/${textOf(letter["id"])}`, canonicalize(letter));
  }
  for (const id of actions.slice(0, RECEIPTS_MAX).map((action) => textOf(action["id"]))) {
    // The proof grows with the log; the record and its place do not.
    const { record, leaf_index: place } = objectOf((await house.get(`/v1/receipts/${id}`)).json);
    answers.set(`/v1/receipts/${id}`, canonicalize([record ?? null, place ?? null] as Json));
  }
  const checkpoint = await house.get("/v1/checkpoint");
  const effects = Object.keys(MODES).reduce((sum, adapter) => sum + house.upstream.effects(pathOf(adapter)), 0);
  return { answers, effects, size: Math.max(0, checkpointOf(checkpoint.text).size) };
}

const RECEIPTS_MAX = 20;
