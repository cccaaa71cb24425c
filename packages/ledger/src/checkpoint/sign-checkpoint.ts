import type { Signer } from "../keys/signer.ts";
import { signNote } from "../note/sign-note.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointText } from "./checkpoint.ts";

/** Signs a checkpoint in the name of its origin. Two signers while a key is rotated, else one. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly Signer[]): string {
  return signNote(checkpointText(checkpoint), checkpoint.origin, signers);
}
