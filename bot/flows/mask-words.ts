import { say, type Text } from '../conversation/reply.ts';
import type { MaskWords, PersonalKind } from '../domain/masking.ts';

/** What stands for a person's number or address in a text that others read. */
export const maskWords = (speak: (text: Text) => string): MaskWords => {
  const mask = (kind: PersonalKind) => speak(say(`mask.${kind}`));
  return {
    email: mask('email'),
    nip: mask('nip'),
    nik: mask('nik'),
    phone: mask('phone'),
    account: mask('account'),
    plate: mask('plate'),
  };
};
