export function npmCi(root: string): Promise<{ readonly exitCode: number; readonly reason: string }>;
