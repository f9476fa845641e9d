import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../../bot/channels/terminal/index.ts';
import { type Actor, playTranscript, type SeenMessage } from '../../bot/conversation/transcript.ts';
import { findTicket, shortestReport } from '../../bot/flows/citizen/dialogues/shortest-report.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { openTerminalDesk } from './terminal-desk.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const choice = /^\d+\. (.+)$/;

/** What a person reads in a printed message: its text, and the numbered choices under it. */
const readOff = (printed: string): SeenMessage => {
  const lines = printed.trim().split('\n');
  return {
    text: lines.filter((line) => !choice.test(line)).join('\n'),
    buttons: lines.flatMap((line) => choice.exec(line)?.[1] ?? []),
  };
};

/** A person at a terminal of their own, who types the words of a choice. */
const terminalActor = async (name: string): Promise<Actor> => {
  let printed: string[] = [];
  const out = new Writable({
    write: (chunk, _, done) => {
      printed.push(String(chunk));
      done();
    },
  });
  const desk = await openTerminalDesk(house.hall, createTerminal(out, { screen: false }), {
    name,
    as: 'citizen',
    locale: 'id',
    media: async () => {},
  });
  let typed = 0;
  const type = (line: string) =>
    desk.take({ id: `${name}-${typed++}`, name, line, at: new Date(), folder: '.' });
  return {
    type,
    press: type,
    photo: () => type('foto contoh.jpg'),
    location: (lat, lon) => type(`@${lat},${lon}`),
    seen: async () => {
      const messages = printed.map(readOff);
      printed = [];
      return messages;
    },
  };
};

test('the shortest report is made at a terminal, and its ticket found again', async () => {
  const sri = await terminalActor('sri');
  const { names } = await playTranscript(shortestReport, sri);
  expect(names.get('ticket')).toMatch(/^SLT-[0-9A-HJKMNP-TV-Z]{6}$/);
  await playTranscript(findTicket, sri, names);
});
