import express from 'express';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../your-app';

const app = express();
// In front of any body parser: Express answers a body that a parser refuses with a page that has the stack in it. The
// handler reads the body itself, and no more than 8 kB of it.
app.all('/api/zoom/signature', toNodeHandler(createSignatureHandler({ keys, authorize })));

export const server = app.listen(process.env.PORT);
