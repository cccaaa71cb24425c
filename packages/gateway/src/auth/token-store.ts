import { timingSafeEqual } from "node:crypto";
import { HoldpointError } from "@holdpoint/core";
import type { Principal, Role } from "../contract/principal.ts";
import { ROLES } from "../contract/principal.ts";
import { readTokenFile, tokenFileIn, writeTokenFile } from "../io/token-file.ts";
import { bearerToken, digestToken, newToken } from "./token.ts";
import type { TokenRecord } from "./token-record.ts";
import { areRoles, formatTokens, isActorName, readTokens, TOKENS_MAX, TOKENS_SIZE_BYTES_MAX } from "./token-record.ts";

const HEADERS_SEEN_MAX = 10_000;

export interface TokenMakings {
  readonly nowMs: () => number;
  readonly randomBytes: (sizeBytes: number) => Uint8Array;
}

export interface NewToken {
  readonly record: TokenRecord;
  /** Shown once; only its digest is kept. */
  readonly token: string;
}

interface Known {
  readonly digest: Buffer;
  readonly principal: Principal;
}

/**
 * The tokens of one data folder (`tokens.json`, mode 0600). An actor may have several, so that a token is rotated by
 * adding the new one, handing it out and removing the old one.
 *
 * @example
 * const store = TokenStore.open(folder, { nowMs: Date.now, randomBytes });
 * const { token } = store.add("deploy-bot", ["requester"]);
 * store.authenticate(`Bearer ${token}`)?.actor; // "deploy-bot"
 */
export class TokenStore {
  readonly #folder: string;
  readonly #makings: TokenMakings;
  #records: readonly TokenRecord[] = [];
  /** Headers that named a holder since the tokens were read: no digest for each request. */
  readonly #seen = new Map<string, Principal>();
  #known: ReadonlyMap<string, Known> = new Map();

  private constructor(folder: string, makings: TokenMakings) {
    this.#folder = folder;
    this.#makings = makings;
  }

  /** @throws HoldpointError `HP-READ-…` when there is a file that cannot be read: nobody is let in by half a file */
  static open(folder: string, makings: TokenMakings): TokenStore {
    const store = new TokenStore(folder, makings);
    store.reload();
    return store;
  }

  /** Reads the file again; when that fails nothing changes. */
  reload(): void {
    this.#use(this.#read());
  }

  list(): readonly TokenRecord[] {
    return this.#records;
  }

  /** Who holds the token of an `Authorization` header; null for none, an unknown and a removed one alike. */
  authenticate(header: string | undefined): Principal | null {
    if (header === undefined) return null;
    // Only headers that were right are kept, so that nobody fills this with guesses.
    const seen = this.#seen.get(header);
    if (seen !== undefined) return seen;
    const token = bearerToken(header);
    const holder = token === null ? null : this.holderOf(token);
    if (holder !== null && this.#seen.size < HEADERS_SEEN_MAX) this.#seen.set(header, holder);
    return holder;
  }

  /** The same for a token that came in another way, such as a WebSocket's subprotocol. */
  holderOf(token: string): Principal | null {
    const digest = digestToken(token);
    // How long a lookup takes tells about digests of guesses, which nobody can steer towards a stored one.
    const known = this.#known.get(digest);
    return known !== undefined && timingSafeEqual(known.digest, Buffer.from(digest, "latin1")) ? known.principal : null;
  }

  /**
   * Makes a token and writes it down before it is told.
   *
   * @throws HoldpointError `HP-USAGE` for a name or roles that are none, `HP-GATEWAY-DATA` when it cannot be written
   */
  add(actor: string, roles: readonly string[]): NewToken {
    return this.addAll([{ actor, roles }])[0] as NewToken;
  }

  /** All of them or none, in the order asked for. */
  addAll(asked: readonly { readonly actor: string; readonly roles: readonly string[] }[]): readonly NewToken[] {
    const records = this.#read();
    if (records.length + asked.length > TOKENS_MAX) {
      throw usage(`there are ${records.length} tokens, at most ${TOKENS_MAX} may be`);
    }
    const made = asked.map(({ actor, roles }) => this.#make(actor, roles));
    this.#write([...records, ...made.map(({ record }) => record)]);
    return made;
  }

  /** False when there is no token of that id. */
  remove(id: string): boolean {
    const records = this.#read();
    const left = records.filter((record) => record.id !== id);
    if (left.length === records.length) return false;
    this.#write(left);
    return true;
  }

  #make(actor: string, roles: readonly string[]): NewToken {
    if (!isActorName(actor)) throw usage("an actor's name is 1 to 64 characters of A-Z a-z 0-9 _ . -");
    if (!areRoles(roles)) throw usage(`roles are some of ${ROLES.join(", ")}, each once`);
    const token = newToken(this.#makings.randomBytes);
    const sha256 = digestToken(token);
    const createdAt = new Date(this.#makings.nowMs()).toISOString();
    return { record: { id: `tok_${sha256.slice(0, 12)}`, actor, roles: [...roles], sha256, createdAt }, token };
  }

  /** Always from the file: another process may have added or removed tokens, and none of that may be undone. */
  #read(): TokenRecord[] {
    const bytes = readTokenFile(this.#folder, TOKENS_SIZE_BYTES_MAX);
    return bytes === null ? [] : readTokens(bytes, tokenFileIn(this.#folder));
  }

  #write(records: readonly TokenRecord[]): void {
    writeTokenFile(this.#folder, formatTokens(records));
    this.#use(records);
  }

  #use(records: readonly TokenRecord[]): void {
    this.#seen.clear();
    this.#known = new Map(
      records.map(({ sha256, actor, roles }) => {
        const principal: Principal = { actor, roles: new Set<Role>(roles) };
        return [sha256, { digest: Buffer.from(sha256, "latin1"), principal }];
      }),
    );
    this.#records = records;
  }
}

function usage(detail: string): HoldpointError {
  return new HoldpointError("HP-USAGE", detail);
}
