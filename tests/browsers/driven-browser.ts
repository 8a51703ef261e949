/** A browser that a test drives. */
export interface DrivenBrowser {
  version: string;
  /** Opens a URL in a page with its own storage and service workers. */
  open(address: string): Promise<DrivenPage>;
  close(): Promise<void>;
}

export interface DrivenPage {
  /** Runs a function in the page. It can use only the page's globals and its argument. */
  run<Result, Given extends unknown[]>(
    inPage: (...given: Given) => Result,
    ...given: Given
  ): Promise<Awaited<Result>>;
  /** Types into the element as a user would, and presses Enter. */
  enter(selector: string, text: string): Promise<void>;
  /** Writes a PNG of the screen. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A proxy for all requests except those to localhost. Nothing listens there, so that no test depends on other
 * hosts.
 */
export const deadProxy = 'localhost:9';

export const windowSize = { width: 1280, height: 800 };
