import { form } from '../../../conversation/form.ts';
import type { OwnData } from '../../../domain/own-data.ts';
import { newRightsNumber } from '../../../domain/rights.ts';
import type { OwnChat } from '../../../reads.ts';
import { chatsFact } from '../channels.ts';
import { mine } from './mine.ts';
import { doors } from './own-data.ts';
import { heldOfAccount, heldReports, readersOf } from './told.ts';

type Facts = { mine: OwnData; chats: OwnChat[] };

/** What stands in the case as proof of the answer: what was told of, without telling it again. */
const proofOf = ({ reports, media, readers }: OwnData): string =>
  `reports ${reports.length}, media ${media}, readings ${readers.length}`;

/** Everything we hold of a chat account, why, until when and who saw it: asked and answered in one breath. */
export const seeData = form<Record<never, never>, Facts>({
  id: 'data-see',
  facts: { mine, chats: chatsFact },
  questions: () => ({}),
  finish: ({ facts, moment }) => {
    if (!facts.mine || !facts.chats) return { say: [] };
    const number = newRightsNumber(moment.random);
    return {
      say: [
        { text: heldOfAccount(facts.mine, facts.chats, number, moment) },
        ...heldReports(facts.mine, moment).map((text) => ({ text })),
        {
          text: readersOf(facts.mine),
          choices: [doors.correct, doors.delete, doors.withdraw, doors.menu],
        },
      ],
      effects: [{ do: 'rights.see', number, answer: proofOf(facts.mine) }],
      rests: true,
    };
  },
});
