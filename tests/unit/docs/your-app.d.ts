// Names of the reader's own app, which the snippets of the docs can use if a comment in the snippet explains them.

/** The user who sent a request, identified by its cookie. */
declare function userOf(
  request: Request,
): Promise<{ id: string; email: string; hosts: string[] } | undefined>;
/** An OAuth access token for Zoom's REST API. */
declare function zoomAccessToken(): Promise<string>;

/** The key pair. */
declare const sdkKey: string;
declare const sdkSecret: string;
/** Returns signatures from the reader's endpoint. */
declare const earlier: string;
declare const latest: string;

/** The file that `copy-sdk --integrity` writes into the reader's app. */
declare module '*/zoom-sdk-integrity.json' {
  const hashes: { 'react.min.js': string; 'react-dom.min.js': string };
  export default hashes;
}
