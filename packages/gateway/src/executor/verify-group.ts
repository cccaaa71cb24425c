import type { NoteKey, PublicKey } from "@holdpoint/ledger";
import { CompactRange, leafText, noteKey, parseCheckpoint, sameHash, verifyNote } from "@holdpoint/ledger";
import type { VerdictGroup } from "../contract/adapter.ts";

/** Verdicts that one note may sign; a commit group has far fewer. */
export const GROUP_TEXTS_MAX = 100_000;

/** The texts that the guardian signed, or why they are not believed. */
export type VerifiedGroup = { readonly texts: readonly string[] } | { readonly objection: string };

/**
 * Believes a group of verdicts when the guardian's note over its Merkle root (RFC 6962, C2SP checkpoint) verifies. Each
 * group is looked at once; what is kept is a copy, so that texts changed afterwards are not believed.
 */
export class GroupVerifier {
  readonly #key: NoteKey;
  readonly #judged: WeakMap<VerdictGroup, VerifiedGroup> = new WeakMap();
  #last: VerdictGroup | null = null;
  #lastJudged: VerifiedGroup = { objection: "no group was looked at" };

  /** @throws TypeError for a key that signs no notes */
  constructor(origin: string, key: PublicKey) {
    const named = noteKey(origin, key);
    if (named === null) throw new TypeError("the guardian's key is not an Ed25519 key");
    this.#key = named;
  }

  verify(group: VerdictGroup): VerifiedGroup {
    if (group === this.#last) return this.#lastJudged;
    const judged = this.#judged.get(group) ?? judge(group, this.#key);
    this.#judged.set(group, judged);
    this.#last = group;
    this.#lastJudged = judged;
    return judged;
  }
}

function judge({ verdictTexts, note }: VerdictGroup, key: NoteKey): VerifiedGroup {
  const texts = [...verdictTexts];
  if (texts.length === 0 || texts.length > GROUP_TEXTS_MAX) return { objection: `a group of ${texts.length} verdicts` };
  if (!texts.every((text) => typeof text === "string" && text.isWellFormed()))
    return { objection: "a verdict is no text" };
  const signed = parseCheckpoint(Buffer.from(note));
  if ("malformed" in signed) return { objection: `the group's note is not a signed checkpoint: ${signed.malformed}` };
  const { origin, size, root } = signed.checkpoint;
  if (origin !== key.name) return { objection: `the group's note is of "${origin}", not of the guardian` };
  const { good, bad } = verifyNote(signed.note, [key]);
  if (good.length !== 1 || bad.length !== 0) return { objection: "the group's note is not signed by the guardian" };
  if (size !== texts.length) return { objection: `the note signs ${size} verdicts, the group has ${texts.length}` };
  const range = new CompactRange();
  for (const text of texts) range.append(leafText(Buffer.from(text)));
  return sameHash(range.root(), root) ? { texts } : { objection: "the note signs other verdicts than the group has" };
}
