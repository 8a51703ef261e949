import type { Happening } from './commands';
import { createWorld } from './world';

/** Mounts a meeting, runs these events one after another, and throws as soon as an invariant is broken. */
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
    // This keeps the sequence from affecting the next one.
    await world.empty();
    throw problem;
  } finally {
    world.stop();
  }
}
