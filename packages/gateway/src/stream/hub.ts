import type { ActionEvent } from "../contract/engine.ts";
import type { Principal } from "../contract/principal.ts";
import type { Connection } from "./connection.ts";
import type { ChangeType } from "./server-message.ts";
import { changeMessage } from "./server-message.ts";
import { seesAll } from "./visibility.ts";

/** All connections, found by whom a change concerns; a message for many is written once. */
export class Hub {
  readonly #byActor: Map<string, Set<Connection>> = new Map();
  /** Approvers are among these: which changes they are told of is decided for each. */
  readonly #wide: Set<Connection> = new Set();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  of(actor: string): number {
    return this.#byActor.get(actor)?.size ?? 0;
  }

  add(connection: Connection): void {
    const { principal } = connection.opening;
    const own = this.#byActor.get(principal.actor) ?? new Set();
    this.#byActor.set(principal.actor, own.add(connection));
    if (isWide(principal)) this.#wide.add(connection);
    this.#size += 1;
  }

  remove(connection: Connection): void {
    const { actor } = connection.opening.principal;
    const own = this.#byActor.get(actor);
    if (own?.delete(connection) !== true) return;
    if (own.size === 0) this.#byActor.delete(actor);
    this.#wide.delete(connection);
    this.#size -= 1;
  }

  tell(event: ActionEvent): void {
    if (this.#size === 0) return;
    const texts = new Map<ChangeType, string>();
    const textAs = (type: ChangeType): string => {
      const text = texts.get(type) ?? changeMessage(type, event);
      texts.set(type, text);
      return text;
    };
    for (const connection of this.#wide) connection.tell(event, textAs);
    for (const connection of this.#byActor.get(event.action.actor) ?? []) {
      if (!this.#wide.has(connection)) connection.tell(event, textAs);
    }
  }

  all(): readonly Connection[] {
    return [...this.#byActor.values()].flatMap((own) => [...own]);
  }
}

function isWide(principal: Principal): boolean {
  return seesAll(principal) || principal.roles.has("approver");
}
