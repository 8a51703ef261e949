import { focusManager, onlineManager } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { errorKinds } from '../../../../src/errors/error-codes';
import type { ZoomMeetingState } from '../../../../src/session/meeting-state';
import { createWorld, type World } from '../model-based/world';
import { faultsOfAnyTime, faultsOfTheWayIn, refusal, type Fault } from './faults';
import { states, waysIn, type Situation } from './situations';

/** States that wait for somebody, or need nothing more. A meeting in any other state after this long hangs. */
const isAtRest = (state: ZoomMeetingState) =>
  ['idle', 'busy', 'waiting-for-host', 'waiting-room', 'joined', 'ended', 'failed'].includes(state.status) ||
  (state.status === 'retrying' && state.offline);

function describeState(state: ZoomMeetingState): string {
  if (state.status === 'idle') return 'before the join';
  if (state.status === 'retrying' && state.offline) return 'retrying, offline';
  if (state.status === 'retrying' && state.holding) return 'retrying, holding';
  if (state.status === 'failed') return `failed (${state.error.code})`;
  return state.status === 'ended' ? `ended (${state.reason})` : state.status;
}

/** The state of the meeting after ten minutes with the fault, and a minute after the fault is over. */
async function strike(fault: Fault, situation: Situation): Promise<string> {
  await import('../../../../src/signature/inspect-signature');
  const world: World = createWorld();
  const { session } = world.meetings[0]!;
  try {
    await situation.reach(world);
    expect(situation.name).toContain(describeState(session.getState()));
    const joins = world.fake.joinCalls.length;
    await fault.strike(world);
    await world.check();
    await situation.then?.(world);
    for (let minute = 0; minute < 10; minute += 1) {
      await world.time.pass(60_000);
      await world.check();
    }
    const state = session.getState();
    if (!isAtRest(state)) throw new Error(`${state.status} after ten minutes`);
    const tries = world.fake.joinCalls.length - joins;
    world.lift();
    await world.time.pass(60_000);
    await world.check();
    const [during, after] = [state, session.getState()].map(describeState);
    await world.finish();
    const how = tries > 1 ? `${during}, ${tries} joins` : during!;
    return after === during ? how : `${how}; then ${after}`;
  } finally {
    world.stop();
    focusManager.setFocused(undefined);
    onlineManager.setOnline(true);
  }
}

/** Final states by fault and situation. */
type Table = Record<string, Record<string, string>>;

async function table(faults: readonly Fault[], situations: readonly Situation[]): Promise<Table> {
  const rows: Table = {};
  for (const fault of faults) {
    const row: Record<string, string> = (rows[fault.name] = {});
    for (const situation of situations) {
      try {
        row[situation.name] = await strike(fault, situation);
      } catch (error) {
        throw new Error(`${fault.name}, ${situation.name}: ${String(error)}`, { cause: error });
      }
    }
  }
  return rows;
}

async function tables(groups: Readonly<Record<string, readonly Fault[]>>, situations: readonly Situation[]) {
  const all: Record<string, Table> = {};
  for (const [name, faults] of Object.entries(groups)) all[name] = await table(faults, situations);
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

const codes = errorKinds
  .flatMap((kind) => kind.codes)
  .filter((code): code is number => typeof code === 'number')
  .sort((a, b) => a - b);

/** To record again after an intended change: run this file with `-u`, and then `npm run docs`. */
describe(
  'after any fault at any time, nothing hangs and the page can join again',
  { timeout: 60_000 },
  () => {
    it('faults before joining', async () => {
      await expect(await tables(faultsOfTheWayIn, waysIn)).toMatchFileSnapshot('record/way-in.json');
    });

    it('refusals by Zoom, for each code', async () => {
      const groups = { 'Zoom refuses with': codes.map(refusal) };
      await expect(await tables(groups, waysIn)).toMatchFileSnapshot('record/codes.json');
    });

    it('faults at any time', async () => {
      await expect(await tables(faultsOfAnyTime, states)).toMatchFileSnapshot('record/any-time.json');
    });
  },
);
