import { fact, form } from '../../conversation/form.ts';
import type { Heard, Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say, type Text } from '../../conversation/reply.ts';
import type { ServiceLine, ServiceOffice } from '../../domain/service.ts';
import { changeWords, mostWords } from '../../domain/skm/survey-change.ts';
import { changeText } from '../change-text.ts';

type Answers = { unit: string; service: string; said: string; done: string };
type Facts = { offices: ServiceOffice[]; services: ServiceLine[] };

const whole = '.';

const chosenOffice = (
  { unit }: Partial<Answers>,
  offices: readonly ServiceOffice[] = [],
): ServiceOffice | undefined =>
  offices.length === 1 ? offices[0] : offices.find(({ code }) => code === unit);

const officeQuestion = (offices: readonly ServiceOffice[]) =>
  pick(
    {
      text: say('survey-change.office'),
      choices: offices.map(({ code, name }) => ({ id: code, label: literal(name) })),
      columns: 1,
    },
    { title: say('button.part.office') },
  );

const serviceQuestion = (services: readonly ServiceLine[]) =>
  pick(
    {
      text: say('survey-change.service'),
      choices: [
        { id: whole, label: say('button.whole-office') },
        ...services.map(({ code, name }) => ({ id: code, label: literal(name) })),
      ],
      columns: 1,
    },
    { title: say('button.part.service') },
  );

const covered = (heard: Heard<string>): Heard<string> => {
  if (!('answer' in heard)) return heard;
  const { text: answer, masked } = changeWords(heard.answer);
  return masked ? { ...heard, answer, note: say('survey-change.masked') } : heard;
};

/** Words that everybody will read: numbers of people are covered at once, and that is said. */
const openWords = (text: Text, title: Text, max: number): Question<string> => {
  const typed = words({ text }, { min: 5, max, title });
  return {
    ...typed,
    hear: { text: (content) => covered(typed.hear.text?.(content) ?? { again: say('again') }) },
    more: { text: (old, content) => covered(typed.more?.text?.(old, content) ?? { answer: old }) },
  };
};

const namedIn = (
  { service, ...answers }: Partial<Answers>,
  { offices, services = [] }: Partial<Facts>,
): string =>
  services.find(({ code }) => code === service)?.name ?? chosenOffice(answers, offices)?.name ?? '';

/** *Anda bilang, kami lakukan*: an office tells everybody what people said and what it changed since, and those hear it who asked to. */
export const change = form<Answers, Facts>({
  id: 'skm-change',
  work: true,
  facts: {
    offices: fact<Answers, ServiceOffice[], true>({
      of: () => true,
      read: (reads) => reads.changeOffices(),
    }),
    services: fact<Answers, ServiceLine[], string>({
      of: ({ unit }) => unit ?? '',
      read: async (reads, unit) => {
        const [only, ...others] = unit ? [{ code: unit }] : await reads.changeOffices();
        return only && others.length === 0 ? reads.servicesOf(only.code) : [];
      },
    }),
  },
  questions: ({ answers, facts: { offices = [], services } }) => ({
    ...(offices.length > 1 && { unit: officeQuestion(offices) }),
    ...(chosenOffice(answers, offices) && { service: serviceQuestion(services ?? []) }),
    said: openWords(
      say('survey-change.said', { max: mostWords.said }),
      say('button.part.said'),
      mostWords.said,
    ),
    done: openWords(
      say('survey-change.done', { max: mostWords.done }),
      say('button.part.changed'),
      mostWords.done,
    ),
  }),
  ends: ({ facts: { offices } }) =>
    offices?.length === 0 ? { say: [{ text: say('survey-change.not-yours') }] } : undefined,
  review: ({ answers, facts }) => {
    const { said = '', done = '' } = answers;
    return { text: changeText(namedIn(answers, facts), { said, done }, say('survey-change.check')) };
  },
  finish: ({ answers, facts: { offices }, moment: { city } }) => {
    const office = chosenOffice(answers, offices);
    const { service = whole, said = '', done = '' } = answers;
    if (!office) return { say: [] };
    return {
      say: [{ text: say('survey-change.sent', { link: literal(`${city.publicUrl}/kinerja`) }) }],
      effects: [
        { do: 'survey.change', unit: office.code, service: service === whole ? null : service, said, done },
      ],
    };
  },
  draft: () => undefined,
});
