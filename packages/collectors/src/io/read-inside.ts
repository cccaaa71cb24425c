import { open, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { HoldpointError } from "@holdpoint/core";

/**
 * Bytes of a file below a folder; null when it is not there.
 *
 * @param path relative to the folder, with `/`
 * @throws HoldpointError `HP-READ-PATH` when the path, or what a symbolic link leads to, is outside of the folder,
 * `HP-READ-TOO-LARGE` with the sizes, `HP-READ-FAILED` for anything else that the operating system refuses
 */
export async function readInside(folder: string, path: string, sizeBytesMax: number): Promise<Buffer | null> {
  try {
    await assertInside(folder, path);
    // Opening a pipe would wait for somebody who writes into it.
    if (!(await stat(join(folder, path))).isFile()) {
      throw new HoldpointError("HP-READ-FAILED", "it is not a plain file", { file: path });
    }
    const handle = await open(join(folder, path), "r");
    try {
      const { size } = await handle.stat();
      if (size > sizeBytesMax) {
        throw new HoldpointError("HP-READ-TOO-LARGE", `${size} bytes, at most ${sizeBytesMax} are read`, {
          file: path,
        });
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (thrown instanceof HoldpointError) throw thrown;
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new HoldpointError("HP-READ-FAILED", message.replaceAll(folder, "."), { file: path }, thrown);
  }
}

/** Throws `HP-READ-PATH` when what stands at the path is outside of the folder. */
export async function assertInside(folder: string, path: string): Promise<void> {
  const found = await realpath(join(folder, path));
  const from = relative(await realpath(folder), found);
  if (from === ".." || from.startsWith(`..${sep}`) || isAbsolute(from)) {
    throw new HoldpointError("HP-READ-PATH", "the path leads out of the repository", { file: path });
  }
}
