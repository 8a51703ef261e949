import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { cli } from './run-in-process';
import { listen, sample } from './signer';

/** A certificate for this test only, which no client trusts. */
const pem = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcCa+OZwLhMF1xufh
gYPeweWaAfYia3XFWpTAYVXto3uhRANCAAS8xBUxbOsao7ID2dYm2oZI1T6AQY/F
haoI4kkUQ4T0cVwAxr2ywmSvs1S3dOMLFm8riFQowLD5zccvypOIv6JD
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIUdw+5m0uepiCHASqZ57IzYbViutcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNDEzMjUwMloYDzIxMjYxMDMx
MTMyNTAyWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS8xBUxbOsao7ID2dYm2oZI1T6AQY/FhaoI4kkUQ4T0cVwAxr2ywmSv
s1S3dOMLFm8riFQowLD5zccvypOIv6JDo1MwUTAdBgNVHQ4EFgQUvcTrAHvf9r07
Z33AHiULVE//JfMwHwYDVR0jBBgwFoAUvcTrAHvf9r07Z33AHiULVE//JfMwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiByeqJ61ilOdnyb8iZ60tNl
uj2l/nZbLpDuYz6939tcJgIgSQP89gDsrXbe/AGZtjMMeF+3sz41pdjbhD8p2VYh
Lqw=
-----END CERTIFICATE-----
`;

async function diagnose(url: string) {
  const { exitCode, stdout } = await cli(['doctor', '--url', url, '--json']);
  const { findings } = JSON.parse(stdout) as { findings: { id: string }[] };
  return { exitCode, ids: findings.map(({ id }) => id) };
}

test('reports that nothing listens', async () => {
  const { url, close } = await listen(sample());
  await close();
  expect(await diagnose(url)).toEqual({ exitCode: 2, ids: ['endpoint-refused'] });
});

test('reports an https URL for an http server', async () => {
  const { url, close } = await listen(sample());
  expect(await diagnose(url.replace('http:', 'https:'))).toEqual({
    exitCode: 2,
    ids: ['endpoint-not-https'],
  });
  await close();
});

test('reports a port that browsers block', async () => {
  expect(await diagnose('http://127.0.0.1:6000/')).toEqual({ exitCode: 2, ids: ['endpoint-blocked-port'] });
});

test('reports an untrusted certificate', async () => {
  const server = createServer({ key: pem, cert: pem }, (_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await diagnose(`https://127.0.0.1:${port}/`)).toEqual({
    exitCode: 2,
    ids: ['endpoint-certificate'],
  });
  server.close();
});

test('reports an unknown host', async () => {
  expect(await diagnose('http://no-such-host.invalid/')).toEqual({
    exitCode: 2,
    ids: ['endpoint-unknown-host'],
  });
});
