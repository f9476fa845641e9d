import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say } from '../../conversation/reply.ts';

/** Ready ones: the button's label, and the sentence that is handed on with it. */
const reasons = {
  photo: ['button.certificate.blurred', 'certificate-judge.reason.photo'],
  fields: ['button.certificate.differs', 'certificate-judge.reason.fields'],
  name: ['button.certificate.other-name', 'certificate-judge.reason.name'],
} as const;

type Ready = keyof typeof reasons;

const readyReason = (id: string): Ready | undefined => {
  const [found] = (Object.keys(reasons) as Ready[]).filter((key) => key === id);
  return found;
};

/** Why a certificate is sent back or no longer counts: by tap, or in the judge's own words. `name`: who reads it. */
export const certificateReason = (name: string, { spoken }: Pick<Moment, 'spoken'>): Question<string> => {
  const { more: _, ...typed } = words(
    { text: say('certificate-judge.reason', { name: literal(name) }) },
    { min: 5, max: 300, title: say('button.certificate.reason') },
  );
  return {
    ...typed,
    ask: {
      ...typed.ask,
      columns: 1,
      choices: [
        ...(Object.keys(reasons) as Ready[]).map((id) => ({ id, label: say(reasons[id][0]) })),
        { id: 'cancel', label: say('button.cancel') },
      ],
    },
    hear: {
      ...typed.hear,
      choice: ({ id }) => {
        const ready = readyReason(id);
        return ready ? { answer: spoken(say(reasons[ready][1])) } : { again: say('again.choose') };
      },
    },
  };
};
