import { statfsSync } from "node:fs";

/** Magic numbers of `statfs(2)`. */
const TYPES: Readonly<Record<number, string>> = {
  0xef53: "ext",
  0x58465342: "xfs",
  0x9123683e: "btrfs",
  0x01021994: "tmpfs",
  0x794c7630: "overlay",
};

/** Type of the file system of a folder; a figure of a durable write on tmpfs means nothing. */
export function fileSystemOf(folder: string): string {
  const { type } = statfsSync(folder);
  return TYPES[type] ?? `0x${type.toString(16)}`;
}
