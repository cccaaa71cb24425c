import type { FailClosedRule } from "@holdpoint/core";
import { CompactRange, leafText, makeSigner, signCheckpoint } from "@holdpoint/ledger";
import { attempt } from "./attempt.ts";
import type { Given } from "./harms.ts";
import type { PermitHarm } from "./permit-harms.ts";
import { PERMIT_HARMS } from "./permit-harms.ts";
import type { ProbeRoom } from "./probe-room.ts";
import { receiptTrace } from "./receipt-trace.ts";

const REFUSED = "HP-ACTION-PERMIT";

/** Tries every harmed permit, each twice, each beside the same call unharmed. */
export async function permitProbes(room: ProbeRoom): Promise<readonly FailClosedRule[]> {
  const { signer } = makeSigner();
  const resign = (texts: readonly string[]): string => {
    const range = new CompactRange();
    for (const text of texts) range.append(leafText(Buffer.from(text)));
    const head = { origin: room.writer.guardianOrigin, size: texts.length, root: range.root(), extensions: [] };
    return signCheckpoint(head, [signer]);
  };
  const rules: FailClosedRule[] = [];
  for (const harm of PERMIT_HARMS) rules.push(await probe(room, harm, resign));
  return rules;
}

async function probe(
  room: ProbeRoom,
  { id, rows, attempted, make }: PermitHarm,
  resign: (texts: readonly string[]) => string,
): Promise<FailClosedRule> {
  const control = await attempt(room);
  const earlier = room.harm.last;
  if (earlier === null) throw new TypeError(`nothing was executed before ${id}`);
  room.harm.given = (given: Given) => make(given, earlier, resign);
  const first = await attempt(room);
  const second = await attempt(room);
  room.harm.given = null;
  return {
    id,
    component: "executor",
    rows,
    by: "probe",
    attempted,
    skipped: null,
    expected: REFUSED,
    got: first.got,
    again: second.got,
    effects: first.effects + second.effects,
    control: control.effects,
    denial: null,
    receipt: receiptTrace(first.id === null ? null : room.engine.receipt(first.id), room.writer),
  };
}
