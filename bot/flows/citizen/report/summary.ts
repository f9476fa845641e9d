import { literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { type Ask, chosenCategory, placeWords, pointOf } from './answers.ts';
import { regionIn, regionName } from './place-questions.ts';

/** So much of a person's words stands in the summary; the report keeps all of them. */
const shownWords = 160;

/** A person's words, cut where a summary shows them. */
export const short = (text: string, most = shownWords): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
};

/** The place in words: kelurahan and the person's own description, or that it is not known yet. */
export const placeText = (ask: Ask): Text => {
  const { answers, moment } = ask;
  const region = regionIn(ask);
  const name = region && regionName(region, moment.city);
  const words = placeWords(answers.place);
  if (words && name) return literal(`${short(words)} (${name})`);
  if (words) return literal(short(words));
  if (name) return literal(name);
  return pointOf(answers.place) ? say('place.pin-outside') : say('place.unknown');
};

/** Everything as we understood it, and what the chosen secrecy means, before anything is sent. */
export const summary = (ask: Ask): Reply => {
  const { answers, moment } = ask;
  const photos = answers.photo?.length ?? 0;
  return {
    text: say('report.review', {
      detail: answers.detail ? short(answers.detail) : say('report.only-photo'),
      category: literal(chosenCategory(answers, moment)?.label ?? ''),
      place: placeText(ask),
      photos: photos > 0 ? photos : say('report.no-photo'),
      identity: say(answers.identity === 'tertutup' ? 'identity.tertutup.means' : 'identity.biasa.means'),
      phone: answers.phone ? say('identity.phone.shared') : '',
    }),
  };
};
