import type { Happening } from './commands';
import { createWorld } from './world';

/** Mounts a meeting and lets these happen, one after the other, and throws as soon as something does not hold. */
export async function play(happenings: readonly Happening[]): Promise<void> {
  // Loaded on demand, in real time.
  await import('../../../../src/signature/inspect-signature');
  const world = createWorld();
  world.meetings[0]!.mount();
  try {
    for (const { happen } of happenings) {
      await happen(world);
      await world.check();
    }
    await world.finish();
  } catch (problem) {
    // So that the next one starts without what is left of this one.
    await world.empty();
    throw problem;
  } finally {
    world.stop();
  }
}
