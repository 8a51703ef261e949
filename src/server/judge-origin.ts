/**
 * Whose page sent a request: a `listed` origin's, our `own`, or a `foreign` one's. A request without any of the headers
 * that browsers add comes from no page, so it counts as our own; `authorize` decides about it.
 *
 * Browsers since 2023 say themselves whether a request is same-origin (`Sec-Fetch-Site`, on https and localhost), which pages
 * cannot forge and proxies do not change. For others the host in `Origin` is compared with the host of
 * the request. The scheme is not compared, because behind a proxy that ends TLS the server sees http.
 * `X-Forwarded-Host` is not read: list the public origin when a proxy changes `Host`.
 */
export function judgeOrigin(request: Request, listed: ReadonlySet<string>): 'listed' | 'own' | 'foreign' {
  const origin = request.headers.get('origin');
  if (origin !== null && listed.has(origin)) return 'listed';
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' ? 'own' : 'foreign';
  if (origin === null) return 'own';
  if (!URL.canParse(origin)) return 'foreign';
  const { host, protocol } = new URL(origin);
  // By the page's own scheme, or `Host: a:443` would not be the host of `https://a`.
  const asked = [new URL(request.url).host, request.headers.get('host') ?? ''];
  return asked.some((each) => hostOf(`${protocol}//${each}`) === host) ? 'own' : 'foreign';
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/**
 * As browsers send them in `Origin`: lower case, no default port. Throws a `TypeError` for a text that is not an origin, such
 * as `*` or one with a path.
 */
export function toOrigins(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(toOrigin));
}

function toOrigin(text: string): string {
  const isOrigin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#@\\\s*]+$/i.test(text) && URL.canParse(text);
  if (!isOrigin) {
    throw new TypeError(`allowedOrigins: "${text}" is not an origin such as https://app.example.com`);
  }
  const { origin, protocol, host } = new URL(text);
  // For a scheme such as capacitor, the standard has no origin, but the app's web view sends one.
  return origin === 'null' ? `${protocol}//${host}` : origin;
}
