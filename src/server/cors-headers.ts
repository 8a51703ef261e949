/** For a listed origin only. Without the exposed headers a page of another origin cannot read the signer's clock. */
export function corsHeaders(request: Request): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': request.headers.get('origin') ?? '',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': 'Date, Retry-After',
    ...(request.method === 'OPTIONS' && {
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? 'content-type',
      // A preflight costs the join a round trip. Chromium keeps one for two hours at most.
      'Access-Control-Max-Age': '7200',
    }),
  };
}
