import type { GatewayEnd, GatewayLiveBody, GatewayProof, Json, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import { allItems, idOf, itemsOf, numberOf } from "../gateway/answers.ts";
import { isSignedBy } from "../gateway/note-signature.ts";
import { checkpointOf, leafHash, rootOf } from "../gateway/rfc6962.ts";
import type { House, Submitting } from "../gateway/house.ts";
import type { Experiment } from "./terms.ts";

interface EndTrial {
  readonly wanted: string;
  readonly submit: Omit<Submitting, "headers" | "waitSeconds">;
  /** What is done to it once it rests in this state. */
  readonly next?: { readonly at: string; readonly verb: string; readonly role: string; readonly body: Json };
}

const REST: readonly string[] = ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "DEAD", "SIMULATED"];

const TRIALS: readonly EndTrial[] = [
  { wanted: "SUCCEEDED", submit: { adapter: "shop" } },
  { wanted: "DENIED", submit: { adapter: "unheard" } },
  {
    wanted: "DENIED",
    submit: { adapter: "asked" },
    next: { at: "AWAITING_APPROVAL", verb: "deny", role: "approver", body: {} },
  },
  {
    wanted: "SUCCEEDED",
    submit: { adapter: "asked" },
    next: { at: "AWAITING_APPROVAL", verb: "approve", role: "approver", body: {} },
  },
  {
    wanted: "CANCELLED",
    submit: { adapter: "asked" },
    next: { at: "AWAITING_APPROVAL", verb: "cancel", role: "requester", body: {} },
  },
  { wanted: "EXPIRED", submit: { adapter: "asked" } },
  { wanted: "DEAD", submit: { adapter: "dying" } },
  { wanted: "SIMULATED", submit: { adapter: "shop", body: { dry_run: true } } },
  {
    wanted: "UNKNOWN>SUCCEEDED",
    submit: { adapter: "lost-after" },
    next: { at: "UNKNOWN", verb: "reconcile", role: "operator", body: { how: "query" } },
  },
  {
    wanted: "UNKNOWN>DEAD",
    submit: { adapter: "lost-before" },
    next: { at: "UNKNOWN", verb: "reconcile", role: "operator", body: { how: "query" } },
  },
  {
    wanted: "UNKNOWN>SUCCEEDED",
    submit: { adapter: "lost-before" },
    next: {
      at: "UNKNOWN",
      verb: "reconcile",
      role: "operator",
      body: { how: "succeeded", result: { seen: true }, reason: "seen there" },
    },
  },
];

/** Brings an action to every end, all side by side, and reads all that is left of each. */
export async function tryEnds({ house }: Experiment): Promise<Pick<GatewayLiveBody, "ends">> {
  return { ends: await Promise.all(TRIALS.map((trial, index) => bring(house, trial, `drill-end-${index}`))) };
}

async function bring(house: House, { wanted, submit, next }: EndTrial, correlation: string): Promise<GatewayEnd> {
  const submitted = await house.submit({ ...submit, headers: { "x-correlation-id": correlation }, waitSeconds: 0 });
  const id = idOf(submitted);
  if (next !== undefined) {
    await house.settled(id, [next.at]);
    const token = tokenOf(house.tokens, next.role);
    await house.ask("POST", `/v1/actions/${id}/${next.verb}`, { token, body: next.body });
  }
  const action = await house.settled(id, REST);
  return readEnd(house, { wanted, id, correlation, answered: textOf(action["state"]) });
}

async function readEnd(
  house: House,
  { wanted, id, correlation, answered }: Record<"wanted" | "id" | "correlation" | "answered", string>,
): Promise<GatewayEnd> {
  const end = wanted.split(">").at(-1) ?? wanted;
  const [listed, receipt, trail, letters, keys] = await Promise.all([
    house.get(`/v1/actions?state=${end}&limit=200`),
    house.get(`/v1/receipts/${id}`),
    house.get(`/v1/audit-trails/${correlation}`),
    allItems(house, "/v1/dead-letters"),
    house.ask("GET", "/v1/keys"),
  ]);
  const kinds = itemsOf(trail)
    .filter((entry) => entry["action_id"] === id)
    .map((entry) => textOf(entry["kind"]));
  const view = objectOf(receipt.json);
  return {
    wanted,
    action: id,
    answered,
    listed: textOf(itemsOf(listed).find((one) => one["id"] === id)?.["state"]),
    recorded: recordedState(textOf(view["record"])),
    terminalReceipts: kinds.filter((kind) => kind === "receipt").length,
    provisionalReceipts: kinds.filter((kind) => kind === "receipt-provisional").length,
    deadLetters: letters.filter((letter) => letter["id"] === id).length,
    proof: proofOf(view, textOf(objectOf(objectOf(keys.json)["ledger"])["pem"])),
  };
}

function recordedState(record: string): string {
  try {
    const parsed = objectOf(JSON.parse(record) as Json);
    return textOf(objectOf(parsed["body"] ?? parsed)["state"]);
  } catch {
    return "";
  }
}

/** Recomputed here: the gateway's word is not taken for its own proof. */
function proofOf(view: JsonObject, pem: string): GatewayProof {
  const leafIndex = numberOf(view["leaf_index"]) ?? 0;
  const inclusion = objectOf(view["inclusion"]);
  const treeSize = numberOf(inclusion["tree_size"]) ?? 0;
  const checkpoint = textOf(view["checkpoint"]);
  const { size, root } = checkpointOf(checkpoint);
  const hashes = listOf(inclusion["hashes"]).map(textOf);
  const computed = rootOf(leafHash(Buffer.from(textOf(view["record"]), "utf8")), leafIndex, treeSize, hashes);
  const computedRoot = size === treeSize ? (computed?.toString("base64") ?? "") : "";
  return { leafIndex, treeSize, checkpointRoot: root, computedRoot, signed: isSignedBy(checkpoint, pem) };
}
