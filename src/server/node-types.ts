/**
 * The part of a Node request that is used: HTTP/1 or HTTP/2, from Node, Express or the Pages Router of Next.js. Not Node's
 * own type, so that an app needs no `@types/node` to use the rest of this entry.
 */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  originalUrl?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  socket: object;
  body?: unknown;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterator<unknown>;
  resume(): unknown;
}

/** The part of a Node response that is used. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  setHeader(name: string, value: string): unknown;
  appendHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}
