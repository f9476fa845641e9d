import { fact, form } from '../../../conversation/form.ts';
import { say } from '../../../conversation/reply.ts';
import type { OwnCopy } from '../../../domain/own-copy.ts';
import type { OwnData } from '../../../domain/own-data.ts';
import { newRightsNumber } from '../../../domain/rights.ts';
import type { OwnChat } from '../../../reads.ts';
import { chatsFact } from '../channels.ts';
import { copyFile } from './copy-file.ts';
import { mine } from './mine.ts';

type Facts = { mine: OwnData; chats: OwnChat[]; copy: OwnCopy };

const copy = fact<Record<never, never>, OwnCopy, true>({
  of: () => true,
  read: (reads) => reads.ownCopy(),
});

/** Everything we hold of a chat account as a file to keep, for which a case is opened and closed as for *Lihat*. */
export const copyData = form<Record<never, never>, Facts>({
  id: 'data-copy',
  facts: { mine, chats: chatsFact, copy },
  questions: () => ({}),
  finish: ({ facts, moment }) => {
    if (!facts.mine || !facts.chats || !facts.copy) return { say: [] };
    const number = newRightsNumber(moment.random);
    const held = { mine: facts.mine, chats: facts.chats, copy: facts.copy };
    return {
      say: [{ text: say('own-data.copy', { number }), document: copyFile(held, number, moment) }],
      effects: [{ do: 'rights.see', number, answer: `copy, reports ${facts.mine.reports.length}` }],
      rests: true,
    };
  },
});
