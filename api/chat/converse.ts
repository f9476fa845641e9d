import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { TerminalDesk } from './terminal-desk.ts';

/** Where lines come from and where the prompt goes; `screen`: a person looks at it. */
export type Lines = { input: Readable; output: Writable; screen: boolean; stopped: AbortSignal };

/** Letters are looked for this often while nothing is typed (milliseconds). */
const lookEvery = 1_000;

/**
 * Reads lines until there are no more, each answered before the next is taken, so that a piped conversation reads like
 * a typed one. Letters that come meanwhile stand between answers, never inside one.
 */
export const converse = async (
  desk: TerminalDesk,
  lines: Lines,
  now: () => { id: string; at: Date },
  { name, folder }: { name: string; folder: string },
): Promise<void> => {
  const { input, output, screen, stopped } = lines;
  let busy = 0;
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    busy += 1;
    turn = turn.then(work).finally(() => {
      busy -= 1;
    });
    return turn;
  };
  const reader = createInterface({ input, ...(screen && { output }), prompt: '> ', terminal: screen });
  let ended = false;
  const end = () => {
    ended = true;
    reader.close();
  };
  stopped.addEventListener('abort', end, { once: true });
  reader.on('SIGINT', end);
  output.on('error', end);
  const look = setInterval(() => {
    if (busy === 0) void inTurn(desk.idle);
  }, lookEvery);
  try {
    if (screen) reader.prompt();
    for await (const line of reader) {
      if (ended) break;
      await inTurn(() => desk.take({ ...now(), name, line, folder }));
      if (screen) reader.prompt();
    }
  } finally {
    clearInterval(look);
    await turn;
  }
};
