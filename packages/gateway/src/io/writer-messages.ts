import type { CommittedGroup } from "../store/change.ts";
import type { Cell } from "./change-codec.ts";

/** What the writer's thread is started with. */
export interface WriterStart {
  readonly folder: string;
  readonly origin: string;
  readonly anchorEveryMs: number;
  readonly pagesMax?: number;
}

export type ToWriter =
  /** `cells`: see `change-codec`. */
  { readonly type: "commit"; readonly id: number; readonly cells: readonly Cell[] } | { readonly type: "close" };

export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
}

export type FromWriter =
  | {
      readonly type: "opened";
      readonly origin: string;
      readonly guardianKey: string;
      readonly ledgerKey: string;
      readonly anchoredUpTo: number;
    }
  | { readonly type: "failed"; readonly error: WireError }
  | { readonly type: "committed"; readonly id: number; readonly group: CommittedGroup }
  | { readonly type: "refused"; readonly id: number; readonly error: WireError }
  | { readonly type: "anchored"; readonly size: number }
  | { readonly type: "closed" };
