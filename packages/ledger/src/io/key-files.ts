import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { KEY_TEXT_SIZE_CHARS_MAX, keyFileStem, publicKeyPem } from "../keys/public-key.ts";
import type { Signer } from "../keys/signer.ts";
import { makeSigner, readSigner } from "../keys/signer.ts";
import { namesIn, readBounded, writeDurably } from "./files.ts";

const PRIVATE_SUFFIX = ".key";
const PUBLIC_SUFFIX = ".pub";

/** Reads a private key. Throws `HP-KEY-MISSING` or `HP-KEY-UNREADABLE`, never anything about its content. */
export function readKeyFile(file: string): Signer {
  let bytes: Buffer | null;
  try {
    bytes = readBounded(file, KEY_TEXT_SIZE_CHARS_MAX);
  } catch (thrown) {
    throw new HoldpointError("HP-KEY-UNREADABLE", (thrown as Error).message, { file }, thrown);
  }
  if (bytes === null) throw new HoldpointError("HP-KEY-MISSING", "the key file is not there", { file });
  const signer = readSigner(bytes.toString("latin1"));
  if ("rejected" in signer) throw new HoldpointError("HP-KEY-UNREADABLE", signer.rejected, { file });
  return signer;
}

/** The keys of a machine: `<fingerprint>.key` for its owner alone, `<fingerprint>.pub` for everybody. */
export class KeyFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Path of the private key with that fingerprint, whether it is there or not. */
  privateFile(fingerprint: string): string {
    return join(this.folder, `${keyFileStem(fingerprint)}${PRIVATE_SUFFIX}`);
  }

  publicFile(fingerprint: string): string {
    return join(this.folder, publicKeyFileName(fingerprint));
  }

  read(fingerprint: string): Signer {
    const file = this.privateFile(fingerprint);
    const signer = readKeyFile(file);
    if (signer.publicKey.fingerprint === fingerprint) return signer;
    throw new HoldpointError("HP-KEY-UNREADABLE", `the file holds the key ${signer.publicKey.fingerprint}`, { file });
  }

  /** Makes a key pair and keeps it. */
  make(): Signer {
    const { signer, pem } = makeSigner();
    const { fingerprint } = signer.publicKey;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeDurably(this.privateFile(fingerprint), pem, 0o600);
    this.publish(signer);
    return signer;
  }

  /** Puts the public key beside the private one. */
  publish({ publicKey }: Signer): void {
    writeDurably(this.publicFile(publicKey.fingerprint), publicKeyPem(publicKey));
  }

  /** Paths of the private keys that are there. */
  privateFiles(): string[] {
    return namesIn(this.folder, PRIVATE_SUFFIX).map((name) => join(this.folder, name));
  }
}

export function publicKeyFileName(fingerprint: string): string {
  return `${keyFileStem(fingerprint)}${PUBLIC_SUFFIX}`;
}
