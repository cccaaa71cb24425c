import { writeFileSync } from "node:fs";

interface KnipReport {
  readonly counters: { readonly processed: number; readonly total: number };
  readonly options: string;
}

/** Reporter of knip that leaves the number of files it analysed in the file named by its options. */
export default function countFiles({ counters, options }: KnipReport): void {
  const { file } = JSON.parse(options) as { file: string };
  writeFileSync(file, JSON.stringify(counters));
}
