import type { Question } from '../question.ts';
import { type Reply, say, type Text } from '../reply.ts';

/** A phone number, by the channel's own button or typed; `read` makes it E.164 or refuses it. */
export const phone = (
  ask: Reply,
  {
    title,
    read,
    volunteer,
  }: { title?: Text; read: (typed: string) => string | undefined; volunteer?: boolean },
): Question<string> => {
  const heard = (typed: string) => {
    const number = read(typed);
    return number ? { answer: number } : { again: say('phone.unclear') };
  };
  return {
    ask: { ...ask, request: 'phone' },
    hear: { phone: (content) => heard(content.phone), text: ({ text }) => heard(text) },
    valid: (value) => typeof value === 'string' && read(value) === value,
    ...(title && { title }),
    ...(volunteer && { volunteer }),
  };
};
