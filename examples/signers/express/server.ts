import express from 'express';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../your-app';

const app = express();
// Comes before any body parser: if a parser rejects a body, Express answers with a page that shows the stack
// trace. The handler reads the body itself, up to 8 kB.
app.all('/api/zoom/signature', toNodeHandler(createSignatureHandler({ keys, authorize })));

export const server = app.listen(process.env.PORT);
