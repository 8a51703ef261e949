import { resFor } from './refusals';

/**
 * One scripted answer. The queue is played in order: its head waits for the step that it is about, every other
 * step is answered as the meeting and the signature have it.
 */
export type ScriptedAnswer =
  /** `join()` rejects with this code, whichever step Zoom would say it at. */
  | { code: number; text?: string; delay?: number }
  /**
   * The web front's answer. A number is the code that `join()` is to reject with, except 500, which is an HTTP
   * failure; `never-settles` is a success that lacks what the SDK waits for.
   */
  | { info: number | 'ok' | 'hang' | 'abort' | 'never-settles'; text?: string; delay?: number }
  | { ping: 'hang' | 'abort' }
  /** The socket closes, or says nothing, before it is READY. */
  | { socket: 'close-before-ready' | 'silent' }
  /** The meeting's answer on the socket, by its raw `res`. */
  | { res: number | 'silent' };

export type InfoScript = Extract<ScriptedAnswer, { info: unknown }>;
export type PingScript = Extract<ScriptedAnswer, { ping: unknown }>;
export type SocketScript = Extract<ScriptedAnswer, { socket: unknown }>;
export type ResScript = Extract<ScriptedAnswer, { res: unknown }>;

/** The answers still to be played. */
export interface Script {
  add(...answers: ScriptedAnswer[]): void;
  info(): InfoScript | undefined;
  ping(): PingScript | undefined;
  socket(): SocketScript | undefined;
  res(): ResScript | undefined;
  clear(): void;
  readonly length: number;
}

export function createScript(): Script {
  const queue: Exclude<ScriptedAnswer, { code: number }>[] = [];

  const take = <T extends ScriptedAnswer>(isWanted: (answer: ScriptedAnswer) => answer is T): T | undefined => {
    const head = queue[0];
    if (head === undefined || !isWanted(head)) return undefined;
    queue.shift();
    return head;
  };

  return {
    add: (...answers) => void queue.push(...answers.map(atItsStep)),
    info: () => take((answer): answer is InfoScript => 'info' in answer),
    ping: () => take((answer): answer is PingScript => 'ping' in answer),
    socket: () => take((answer): answer is SocketScript => 'socket' in answer),
    res: () => take((answer): answer is ResScript => 'res' in answer),
    clear: () => void queue.splice(0),
    get length() {
      return queue.length;
    },
  };
}

function atItsStep(answer: ScriptedAnswer): Exclude<ScriptedAnswer, { code: number }> {
  if (!('code' in answer)) return answer;
  const { code, ...rest } = answer;
  const res = resFor(code);
  return res === undefined ? { info: code, ...rest } : { res };
}
