/** The methods of the WebDriver protocol that the tests use, over HTTP. */
export interface WebDriver {
  /** `patience` is how long the driver may take to answer, in ms. Default: 60 s. */
  post<Value = unknown>(path: string, body: object, patience?: number): Promise<Value>;
  get<Value = unknown>(path: string): Promise<Value>;
  delete(path: string): Promise<unknown>;
}

export function connectTo(origin: string): WebDriver {
  async function call(method: string, path: string, body?: object, patience = 60_000): Promise<unknown> {
    const response = await fetch(origin + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(patience),
    }).catch((cause: unknown) => {
      throw new Error(`The driver does not answer ${method} ${path}.`, { cause });
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  }
  return {
    post: <Value>(path: string, body: object, patience?: number) =>
      call('POST', path, body, patience) as Promise<Value>,
    get: <Value>(path: string) => call('GET', path) as Promise<Value>,
    delete: (path) => call('DELETE', path),
  };
}
