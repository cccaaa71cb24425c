import type { ProgressEvent, StepKind } from "@holdpoint/release";
import { shortDuration } from "../format/duration.ts";

interface Running {
  readonly kind: StepKind;
  readonly id: string;
  readonly sinceMs: number;
}

const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"] as const;
const LABEL_COLUMNS = 40;

/** What runs now and since when; turns events into the lines that a person sees. Pure but for its memory. */
export class RunningSteps {
  readonly #running: Running[] = [];
  #turn = 0;

  /** Takes an event in; returns the line that stays on the screen, or null when nothing has ended. */
  take(event: ProgressEvent, nowMs: number): string | null {
    const at = this.#running.findIndex(({ kind, id }) => kind === event.kind && id === event.id);
    if (event.type === "started") {
      if (at < 0) this.#running.push({ kind: event.kind, id: event.id, sinceMs: nowMs });
      return null;
    }
    if (at >= 0) this.#running.splice(at, 1);
    const label = `${event.kind} ${event.id}`.padEnd(LABEL_COLUMNS);
    return `  ${label} ${shortDuration(event.durationMs).padStart(8)}  ${event.ended}`;
  }

  /** The one line that is written over and over; empty when nothing runs. */
  line(nowMs: number, columns: number): string {
    if (this.#running.length === 0) return "";
    this.#turn = (this.#turn + 1) % SPINNER.length;
    const steps = this.#running.map(({ kind, id, sinceMs }) => `${kind} ${id} ${shortDuration(nowMs - sinceMs)}`);
    return `${SPINNER[this.#turn]} ${steps.join(" · ")}`.slice(0, Math.max(1, columns - 1));
  }
}
