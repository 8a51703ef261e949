// What the snippets of the docs take for granted: names of the reader's own app. Everything else they import.

/** Who sent a request, by its cookie. */
declare function userOf(
  request: Request,
): Promise<{ id: string; email: string; hosts: string[] } | undefined>;
/** An OAuth access token for Zoom's REST API. */
declare function zoomAccessToken(): Promise<string>;
/** Sends something to whatever collects errors. */
declare function report(...what: unknown[]): void;

/** The key pair, from wherever it is kept. */
declare const sdkKey: string;
declare const sdkSecret: string;
/** Signatures at hand. */
declare const earlier: string;
declare const latest: string;
