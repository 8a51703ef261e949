import { onlineManager } from '@tanstack/react-query';
import type { World } from '../model-based/world';

/** A state in which a fault can occur. */
export interface Situation {
  name: string;
  /** Brings the first meeting into the state. */
  reach(world: World): void | Promise<void>;
  /** What happens after the fault has occurred. */
  then?(world: World): void | Promise<void>;
}

const joined = async (world: World) => {
  world.meetings[0]!.mount();
  await world.time.pass(1000);
};

const situation = (name: string, reach: Situation['reach'], then?: Situation['then']): Situation => ({
  name,
  reach,
  ...(then && { then }),
});

/** The stages of a join in which faults of the SDK's files, the endpoint or refusals matter. */
export const waysIn: readonly Situation[] = [
  situation(
    'before the join',
    () => {},
    ({ meetings }) => meetings[0]!.mount(),
  ),
  situation('preparing', async ({ faults, meetings, time }) => {
    Object.assign(faults, { load: 'slow', fetch: 'slow' });
    meetings[0]!.mount();
    await time.pass(500);
    Object.assign(faults, { load: 'ok', fetch: 'ok' });
  }),
  situation(
    'busy',
    async ({ meetings, time }) => {
      meetings[1]!.mount();
      await time.pass(1000);
      meetings[0]!.mount();
      await time.pass(100);
    },
    async ({ meetings, time }) => {
      await time.pass(1000);
      meetings[1]!.unmount();
    },
  ),
  situation('retrying', async ({ fake, meetings, time }) => {
    fake.setJoins([-3000, 'ok']);
    meetings[0]!.mount();
    await time.pass(310);
  }),
  situation('retrying, holding', async ({ app, meetings, time }) => {
    app.signerAhead = () => 20_000;
    meetings[0]!.mount();
    await time.pass(10_000);
    app.signerAhead = () => 0;
  }),
  situation(
    'retrying, offline',
    async ({ meetings, time }) => {
      onlineManager.setOnline(false);
      meetings[0]!.mount();
      await time.pass(1000);
    },
    async ({ time }) => {
      await time.pass(10_000);
      onlineManager.setOnline(true);
    },
  ),
  situation('joined, then lost', joined, ({ fake }) => {
    if (fake.state === 'joined') fake.fail();
  }),
];

const arriving = (join: 'ok' | 'waiting-room' | 3008) => async (world: World) => {
  world.fake.setJoins([join, 'ok']);
  await joined(world);
};

/** The states of a meeting that has its SDK and its signature. */
export const states: readonly Situation[] = [
  ...waysIn.filter(({ name }) => name !== 'before the join' && name !== 'joined, then lost'),
  situation('joining', async ({ meetings, time }) => {
    meetings[0]!.mount();
    await time.pass(100);
  }),
  situation('waiting-for-host', arriving(3008)),
  situation('waiting-room', arriving('waiting-room')),
  situation('joined', joined),
  situation('reconnecting', async (world) => {
    await joined(world);
    world.fake.drop();
    await world.time.pass(100);
  }),
  situation('leaving', async (world) => {
    await joined(world);
    void world.meetings[0]!.session.commands.leave();
    await world.time.pass(100);
  }),
];
