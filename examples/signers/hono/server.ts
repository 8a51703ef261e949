import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createSignatureHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../your-app';

const sign = createSignatureHandler({ keys, authorize });
const app = new Hono().all('/api/zoom/signature', (context) => sign(context.req.raw));

export const server = serve({ fetch: app.fetch, port: Number(process.env.PORT) });
