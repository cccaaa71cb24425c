import { join } from "node:path";
import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { OpenedLedger, Signer } from "@holdpoint/ledger";
import { GroupWriter, KeyFiles, LEDGER_FILE, openLedger, readKeyFile } from "@holdpoint/ledger";
import type { Change, CommittedGroup } from "../store/change.ts";
import { guardianOriginOf } from "../store/writer.ts";
import { ANNEX } from "./annex-schema.ts";
import { commitChanges } from "./commit-changes.ts";
import { isOutOfSpace } from "./out-of-space.ts";

/** Checkpoints that are kept outside the store; a newer one vouches for what an older one did. */
const ANCHORS_KEPT = 100;
const GUARDIAN_KEYS_FOLDER = "guardian-keys";
const CACHE_KIBIBYTES = 16 * 1024;
/** The journal is reused from its start once it has this many pages, so that it is overwritten and does not grow. */
const JOURNAL_PAGES = 1000;
/** A third less work for each commit than SQLite's 4,096: records and rows fill pages, and every page costs a call. */
const PAGE_SIZE_BYTES = 8192;

export interface ActionStoreOptions {
  readonly folder: string;
  readonly origin: string;
  readonly nowMs: () => number;
  /** For tests of a full store: pages that the file may have. */
  readonly pagesMax?: number;
}

/** The ledger of a gateway with its tables: the writing side, as it lives in the writer's thread. */
export class ActionStore {
  readonly opened: OpenedLedger;
  readonly guardian: Signer;
  readonly #terms: Parameters<typeof commitChanges>[0];
  readonly #folder: string;
  #anchored = 0;
  #anchors = 0;

  constructor({ folder, origin, nowMs, pagesMax }: ActionStoreOptions) {
    this.#folder = folder;
    this.opened = openLedger({ folder, origin, nowMs, annex: ANNEX, pageSizeBytes: PAGE_SIZE_BYTES });
    const { store, ledger } = this.opened;
    try {
      store.statement(`PRAGMA cache_size = -${CACHE_KIBIBYTES}`).run();
      store.statement(`PRAGMA wal_autocheckpoint = ${JOURNAL_PAGES}`).get();
      if (pagesMax !== undefined) store.statement(`PRAGMA max_page_count = ${pagesMax}`).get();
      this.guardian = this.#guardianKey();
      const writer = new GroupWriter({ store, signer: ledger.signer, nowMs });
      const guardianOrigin = guardianOriginOf(ledger.origin);
      this.#terms = { writer, store, guardian: this.guardian, guardianOrigin };
      this.#anchored = ledger.head().size;
    } catch (thrown) {
      ledger.close();
      throw thrown;
    }
  }

  get origin(): string {
    return this.opened.ledger.origin;
  }

  get anchoredUpTo(): number {
    return this.#anchored;
  }

  commit(changes: readonly Change[]): CommittedGroup {
    try {
      return commitChanges(this.#terms, changes);
    } catch (thrown) {
      const file = join(this.#folder, LEDGER_FILE);
      if (isOutOfSpace(thrown, this.#folder, [file, `${file}-wal`])) {
        throw new HoldpointError("HP-LEDGER-FULL", (thrown as Error).message, { file }, thrown);
      }
      throw thrown;
    }
  }

  /** Puts the newest checkpoint outside the store when there is a newer one; durable when it returns. */
  anchor(): number {
    const { size, checkpoint } = this.opened.ledger.head();
    if (size > this.#anchored && checkpoint !== null) {
      this.opened.checkpoints.write(size, checkpoint);
      this.#anchored = size;
      this.#anchors += 1;
      if (this.#anchors % ANCHORS_KEPT === 0) this.opened.checkpoints.prune(ANCHORS_KEPT);
    }
    return this.#anchored;
  }

  close(): void {
    try {
      this.anchor();
    } finally {
      this.opened.ledger.close();
    }
  }

  /** The guardian's own key, never the ledger's; made on first use and named in a record. */
  #guardianKey(): Signer {
    const { ledger } = this.opened;
    const keys = new KeyFiles(join(this.#folder, GUARDIAN_KEYS_FOLDER));
    const named = ledger.latest("guardian-key")?.body["fingerprint"];
    if (typeof named === "string") return keys.read(named);
    const [file] = keys.privateFiles();
    const signer = file === undefined ? keys.make() : readKeyFile(file);
    const { fingerprint, raw } = signer.publicKey;
    const body: JsonObject = { fingerprint, publicKey: raw.toString("base64") };
    ledger.append([{ kind: "guardian-key", run: "", body }]);
    return signer;
  }
}
