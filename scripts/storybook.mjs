import { serve } from './serve.mjs';

const options = ['-p', '6006', '--no-open', '--disable-telemetry'];

serve('storybook/dist/bin/dispatcher.js', ['dev', ...options, ...process.argv.slice(2)]);
