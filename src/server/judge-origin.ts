/**
 * Whose page sent a request: a `listed` origin's, our `own`, or a `foreign` one's. A request without any of the headers
 * that browsers add comes from no page, so it counts as our own; `authorize` decides about it.
 *
 * Browsers since 2023 say themselves whether a request is same-origin (`Sec-Fetch-Site`, on https and localhost), and
 * no page can forge that, nor does a proxy between alter it. For others the host in `Origin` is compared with the
 * host that was asked. The scheme is not compared, because behind a proxy that ends TLS the server sees http.
 * `X-Forwarded-Host` is not read: list the public origin when a proxy changes `Host`.
 */
export function judgeOrigin(request: Request, listed: ReadonlySet<string>): 'listed' | 'own' | 'foreign' {
  const origin = request.headers.get('origin');
  if (origin !== null && listed.has(origin)) return 'listed';
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' ? 'own' : 'foreign';
  if (origin === null) return 'own';
  const hosts = [new URL(request.url).host, request.headers.get('host')?.toLowerCase()];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host) ? 'own' : 'foreign';
}

/** Throws a `TypeError` for a text that no browser would send as `Origin`, such as `*` or one with a path. */
export function toOrigins(texts: readonly string[]): ReadonlySet<string> {
  for (const text of texts) {
    if (!/^[a-z][a-z0-9+.-]*:\/\/[^/\sA-Z*]+$/.test(text)) {
      throw new TypeError(`allowedOrigins: "${text}" is not an origin such as https://app.example.com`);
    }
  }
  return new Set(texts);
}
