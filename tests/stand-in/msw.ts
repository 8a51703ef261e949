import { http, HttpResponse, ws } from 'msw';
import { standInHosts, type StandIn } from './stand-in';

/** The stand-in as MSW handlers, for the demo and the stories. Other requests are passed through. */
export function standInHandlers(standIn: StandIn) {
  return [
    http.all(
      ({ request }) => standInHosts.test(new URL(request.url).hostname),
      async ({ request }) => {
        const answer = await standIn.http({
          method: request.method,
          url: request.url,
          body: await request.clone().text(),
        });
        if (answer === 'hang') return new Promise<never>(() => {});
        if (!answer || answer === 'abort') return HttpResponse.error();
        const { status, headers, body } = answer;
        return new HttpResponse(status === 204 ? null : body, { status, headers });
      },
    ),
    ws.link(/^wss:\/\/[\w.-]+\.zoom-standin\.test\//).addEventListener('connection', ({ client }) => {
      const { message, closed } = standIn.socket(client.url.href, {
        send: (text) => client.send(text),
        close: () => {
          closed();
          client.close(1001);
        },
      });
      client.addEventListener('message', ({ data }) => message(String(data)));
      client.addEventListener('close', closed);
    }),
  ];
}
