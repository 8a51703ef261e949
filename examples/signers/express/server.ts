import express from 'express';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { authorize, keys } from '../your-app';

const app = express();
app.use(express.json());
app.all('/api/zoom/signature', toNodeHandler(createSignatureHandler({ keys, authorize })));

export const server = app.listen(process.env.PORT);
