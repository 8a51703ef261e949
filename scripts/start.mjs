import { serve } from './serve.mjs';

/** The demo, unless another configuration is given. */
const args = process.argv.slice(2);
const config = args.includes('--config') ? [] : ['--config', 'examples/demo/vite.config.ts'];

serve('vite/bin/vite.js', [...config, ...args]);
