import type { Question } from '../../../conversation/question.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { pick, yesNo } from '../../../conversation/questions/pick.ts';
import { literal, say } from '../../../conversation/reply.ts';
import { emergencyNumber, type Unit, unitFor } from '../../../domain/agency.ts';
import type { Category } from '../../../domain/category.ts';
import { officesNamed } from '../../../domain/offices-named.ts';
import { sensitiveUnit } from '../../../domain/sensitive.ts';
import { type Ask, chosenCategory } from './answers.ts';

/** So many offices of one name are offered at most. */
const namedMost = 6;

/** The category of a report that is sensitive; undefined for every other. */
export const sensitiveCategory = ({
  answers,
  moment,
}: Pick<Ask, 'answers' | 'moment'>): Category | undefined => {
  const category = chosenCategory(answers, moment);
  return category && category.sensitive !== 'none' ? category : undefined;
};

const concernedBy = ({ office, named }: Ask['answers'], units: readonly Unit[]): string | undefined => {
  if (!office) return undefined;
  const found = officesNamed(office, units);
  if (found.length === 1) return found[0]?.code;
  return found.find(({ code }) => code === named)?.code;
};

/** The office complained about, as far as the person told; somebody of the Inspektorat itself makes it the Inspektorat. */
export const concernsOf = (category: Category, { answers, moment }: Ask): string | undefined => {
  const { units } = moment.city;
  return answers.insider ? unitFor(category, units).code : concernedBy(answers, units);
};

/** The office that will read it; `undefined` where none may take it in chat yet, and the person is told who else to turn to. */
export const readerOf = (category: Category, ask: Ask): Unit | undefined =>
  sensitiveUnit(category, ask.moment.city.units, concernsOf(category, ask));

/** 129, 110 and 112 before anything else of a report on violence; what spoke of violence itself was shown them already. */
const protectionQuestion = ({ moment: { city } }: Ask) => {
  const number = (key: string) => emergencyNumber(city.agency.settings, key);
  return pick(
    {
      text: say('sensitive.protection', {
        sapa: number('sapa'),
        police: number('polisi'),
        emergency: number('darurat'),
      }),
      choices: [{ id: 'go-on', label: say('danger.go-on') }],
    },
    { only: false },
  );
};

const officeQuestion = (units: readonly Unit[]): Question<string | null> =>
  optional({
    ask: { text: say('sensitive.office') },
    hear: {
      text: ({ text }) => {
        const [first, ...more] = officesNamed(text, units);
        if (!first) return { again: say('sensitive.office.unclear') };
        const note = say('sensitive.office.is', { unit: literal(first.name) });
        return more.length > 0 ? { answer: text } : { answer: text, note };
      },
    },
    valid: (value) => typeof value === 'string' && officesNamed(value, units).length > 0,
  });

const whichOffice = (office: string | null | undefined, units: readonly Unit[]) => {
  const found = office ? officesNamed(office, units) : [];
  if (found.length < 2) return undefined;
  return pick({
    text: say('sensitive.office.which'),
    choices: [
      ...found.slice(0, namedMost).map(({ code, name }) => ({ id: code, label: literal(name) })),
      { id: 'none', label: say('place.none-of-these') },
    ],
    columns: 1,
  });
};

/** What a sensitive report asks beside words, place and photo; nothing of name, number or *Biasa*, for it is closed always. */
export const sensitiveQuestions = (category: Category, ask: Ask) => {
  const { answers, moment } = ask;
  const { units } = moment.city;
  if (category.sensitive === 'restricted')
    return ask.facts.danger === 'violence' ? {} : { protection: protectionQuestion(ask) };
  const own = unitFor(category, units);
  const named = answers.insider === false ? whichOffice(answers.office, units) : undefined;
  return {
    insider: yesNo({ text: say('sensitive.insider', { inspectorate: literal(own.name) }) }),
    ...(answers.insider === false && { office: officeQuestion(units) }),
    ...(named && { named }),
  };
};
