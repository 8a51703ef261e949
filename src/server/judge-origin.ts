/**
 * Whether the page that sent a request has a `listed` origin, our `own`, or a `foreign` one. A request without any of the headers
 * that browsers add does not come from a page, so it counts as our own, and `authorize` decides about it.
 *
 * Browsers since 2023 report whether a request is same-origin (`Sec-Fetch-Site`, on https and localhost). Pages cannot forge this
 * header, and proxies do not change it. For other browsers, the host in `Origin` is compared with the host of the request. The
 * scheme is not compared, because behind a proxy that ends TLS the server sees http. `X-Forwarded-Host` is not read: list the
 * public origin when a proxy changes `Host`.
 */
export function judgeOrigin(request: Request, listed: ReadonlySet<string>): 'listed' | 'own' | 'foreign' {
  const origin = request.headers.get('origin');
  if (origin !== null && listed.has(origin)) return 'listed';
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' ? 'own' : 'foreign';
  if (origin === null) return 'own';
  if (!URL.canParse(origin)) return 'foreign';
  const { host, protocol } = new URL(origin);
  // Uses the page's own scheme: otherwise, `Host: a:443` would not match `https://a`.
  const asked = [new URL(request.url).host, request.headers.get('host') ?? ''];
  return asked.some((each) => hostOf(`${protocol}//${each}`) === host) ? 'own' : 'foreign';
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/**
 * The origins as browsers send them in `Origin`: in lower case, without the default port. Throws a `TypeError` for a text that is
 * not an origin, such as `*` or one with a path.
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
  // The standard defines no origin for a scheme such as capacitor, but the app's web view sends one.
  return origin === 'null' ? `${protocol}//${host}` : origin;
}
