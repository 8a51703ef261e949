import { writeFrame } from './docs/frame.mjs';
import { recordTests } from './record-tests.mjs';

writeFrame(await recordTests(['--project', 'e2e-react-19', 'tests/e2e/frame.e2e.ts'], { FRAME: 'whole' }));
