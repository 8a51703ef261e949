/**
 * What is used of a Node request, HTTP/1 or HTTP/2, as it is or as Express and Next.js' pages router hand it on. Not
 * Node's own types, so that an app needs no `@types/node` to use the rest of this entry.
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

/** What is used of a Node response. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  setHeader(name: string, value: string): unknown;
  appendHeader(name: string, value: string): unknown;
  end(body: Uint8Array): unknown;
}
