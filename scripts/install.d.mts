/** Installs the packages of the lockfile, when they are missing or older than it. */
export function installPackages(): void;

/** Whether this is Debian, or a child of it, and may install packages. */
export function canInstallDebianPackages(): boolean;
