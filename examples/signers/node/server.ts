import { createServer } from 'node:http';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../your-app';

const sign = toNodeHandler(createSignatureHandler({ keys, authorize }));

export const server = createServer((request, response) => {
  if (request.url === '/api/zoom/signature') sign(request, response);
  else response.writeHead(404).end();
}).listen(process.env.PORT);
