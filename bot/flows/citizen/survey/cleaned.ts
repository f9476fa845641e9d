import type { Moment } from '../../../conversation/moment.ts';
import { say } from '../../../conversation/reply.ts';
import { maskPersonal } from '../../../domain/masking.ts';
import { withoutNames } from '../../../domain/without-names.ts';

/** A comment without the numbers, addresses and names of people: so it leaves the conversation, and nobody keeps it otherwise. */
export const cleaned = (comment: string, { spoken }: Pick<Moment, 'spoken'>): string => {
  const { text } = maskPersonal(comment, {
    email: spoken(say('mask.email')),
    nip: spoken(say('mask.nip')),
    nik: spoken(say('mask.nik')),
    phone: spoken(say('mask.phone')),
    account: spoken(say('mask.account')),
    plate: spoken(say('mask.plate')),
  });
  return withoutNames(text, spoken(say('mask.name')));
};
