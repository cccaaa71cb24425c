export function isInstallCurrent(root: string): boolean;
export function recordInstallState(root: string): void;
