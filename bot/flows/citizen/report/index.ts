import { form } from '../../../conversation/form.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { phone } from '../../../conversation/questions/phone.ts';
import { photos } from '../../../conversation/questions/photos.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, say } from '../../../conversation/reply.ts';
import type { Identity } from '../../../domain/identity.ts';
import { readPhone } from '../../../domain/phone.ts';
import { mayBePhoned } from '../../../domain/report.ts';
import { asCitizen } from '../hat.ts';
import { type Answers, type Ask, chosenCategory, dangerOf, type Facts, joins } from './answers.ts';
import { categoryQuestion, topicQuestion } from './category-questions.ts';
import { facts } from './facts.ts';
import { file } from './file.ts';
import { fileSensitive, sensitiveSummary } from './file-sensitive.ts';
import { outsideQuestion, placeQuestion, regionQuestion } from './place-questions.ts';
import { dangerReply, refer } from './refer.ts';
import { readerOf, sensitiveCategory, sensitiveQuestions } from './sensitive-questions.ts';
import { similarQuestion } from './similar-question.ts';
import { summary } from './summary.ts';

/** Words can be as short as "lampu mati"; a photo needs none. */
const leastWords = 5;

const detailQuestion = words(
  { text: say('report.detail'), choices: [{ id: 'cancel', label: say('button.cancel') }] },
  { min: leastWords, title: say('report.title.detail'), short: say('report.detail.short') },
);

const photoQuestion = optional(
  photos({ text: say('report.photo') }, { max: 3, title: say('report.title.photo') }),
);

const identityQuestion = pick<Identity>(
  {
    text: say('identity.ask'),
    choices: [
      { id: 'biasa', label: say('identity.biasa') },
      { id: 'tertutup', label: say('identity.tertutup') },
    ],
  },
  { title: say('report.title.identity') },
);

const phoneQuestion = optional(
  phone({ text: say('call.ask') }, { title: say('button.may-call'), read: readPhone, volunteer: true }),
);

const dangerQuestion = (ask: Ask) => {
  const danger = dangerOf(ask);
  const reply = danger && dangerReply(danger, ask.moment);
  return reply && pick({ ...reply, choices: reply.choices ?? [] }, { only: false });
};

/** A photo that came first needs no words; they are taken when they come. */
const needsWords = ({ answers }: Ask): boolean => answers.detail !== undefined || !answers.photo?.length;

/** What a report asks that is not sensitive: where exactly, whether it is there already, who may read it. */
const openQuestions = (ask: Ask) => {
  const { answers, moment } = ask;
  const category = chosenCategory(answers, moment);
  const region = regionQuestion(ask);
  const outside = outsideQuestion(ask);
  const similar = similarQuestion(ask);
  const rest = joins(answers)
    ? {}
    : {
        photo: photoQuestion,
        identity: identityQuestion,
        ...(category && mayBePhoned(category) && { phone: phoneQuestion }),
      };
  return {
    place: placeQuestion(moment.city),
    ...(region && { region }),
    ...(outside && { outside }),
    ...(similar && { similar }),
    ...rest,
  };
};

/**
 * A citizen reports a problem. Once sent they hold a ticket number and the day by which they must be answered; a
 * report that is already there can be joined instead.
 */
export const report = form<Answers, Facts>({
  id: 'report',
  facts,
  questions: (ask) => {
    const { answers, moment } = ask;
    const danger = dangerQuestion(ask);
    const sensitive = sensitiveCategory(ask);
    const inGroup = answers.topic?.startsWith('g-');
    const about = {
      detail: { ...detailQuestion, ask: asCitizen(detailQuestion.ask, moment), volunteer: !needsWords(ask) },
      ...(danger && { danger }),
      topic: topicQuestion(ask),
      ...(inGroup && answers.topic && { category: categoryQuestion(answers.topic, moment) }),
    };
    if (!sensitive) return { ...about, ...openQuestions(ask) };
    return {
      ...about,
      ...sensitiveQuestions(sensitive, ask),
      place: placeQuestion(moment.city),
      photo: photoQuestion,
    };
  },
  check: (ask) => {
    const { answers } = ask;
    if (answers.outside !== 'other' || sensitiveCategory(ask)) return {};
    return answers.place !== undefined ? { place: say('place.again') } : { outside: say('place.again') };
  },
  ends: (ask) => {
    const category = sensitiveCategory(ask);
    if (!category || category.sensitive === 'none' || readerOf(category, ask)) return undefined;
    return { say: [refer(category.sensitive, ask.moment)] };
  },
  review: (ask) => {
    const sensitive = sensitiveCategory(ask);
    if (sensitive) return sensitiveSummary(sensitive, ask);
    return joins(ask.answers) ? undefined : asCitizen(summary(ask), ask.moment);
  },
  finish: (ask) => {
    const sensitive = sensitiveCategory(ask);
    if (sensitive) return fileSensitive(sensitive, ask);
    const joined = joins(ask.answers);
    if (!joined) return file(ask);
    return {
      say: [{ text: say('similar.followed', { ticket: joined }), about: `report:${joined}` }],
      effects: [{ do: 'report.follow', ticket: joined }],
    };
  },
  draft: ({ answers, moment }) => {
    if (Object.keys(answers).length === 0) return undefined;
    const category = chosenCategory(answers, moment);
    return category?.sensitive === 'none'
      ? say('report.draft.about', { category: literal(category.label) })
      : say('report.draft');
  },
});
