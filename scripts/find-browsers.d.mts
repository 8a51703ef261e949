/** The installed Firefox. */
export function findFirefox(): string | undefined;

/** The command that installs the browsers that are missing; `undefined` when there are all. */
export function installBrowsersCommand(): string | undefined;
