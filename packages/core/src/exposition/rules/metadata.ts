import type { Exposition, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";

/** What is said of every family besides its samples. */
export function judgeMetadata({ name, typeLine, help, line }: MetricFamily, _page: Exposition, note: Note): void {
  if (typeLine === null && help === null) note("sample-without-family", `${name} has neither HELP nor TYPE`, line);
  else if (typeLine === null) note("missing-type", `${name} has no TYPE`, line);
  else if ((help ?? "").trim() === "") note("missing-help", `${name} has no HELP`, line);
}
