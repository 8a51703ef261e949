/** A browser that a test drives. */
export interface DrivenBrowser {
  version: string;
  /** Opens an address in a page with storage and service workers of its own. */
  open(address: string): Promise<DrivenPage>;
  close(): Promise<void>;
}

export interface DrivenPage {
  /** Runs a function in the page. It may use only the page's globals and its argument. */
  run<Result, Given extends unknown[]>(
    inPage: (...given: Given) => Result,
    ...given: Given
  ): Promise<Awaited<Result>>;
  /** Types into the element, as a person does, and presses Enter. */
  enter(selector: string, text: string): Promise<void>;
  /** Writes a PNG of what is on the screen. */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Where all requests go but those to localhost: nothing listens there, so that no test depends on the outside world. */
export const deadProxy = 'localhost:9';

export const windowSize = { width: 1280, height: 800 };
