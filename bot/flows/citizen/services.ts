import { fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { type Choice, literal, type Reply, say } from '../../conversation/reply.ts';
import type { ServiceLine, ServiceOffice, ServicesFound } from '../../domain/service.ts';
import { officeHours } from './office-hours.ts';

/** What is looked for: words, or an office to be chosen. */
type Find = { words: string } | { by: 'office' };
/** The service chosen; or other words, since whoever does not find theirs types again. */
type Chosen = string | { words: string };
type Answers = { find: Find; office: string; service: Chosen };
type Facts = { offices: ServiceOffice[]; hits: ServicesFound; given: ServiceLine[] };

/** Longer words are no name of a service, and would fill the answer that repeats them; PostgreSQL refuses a NUL in a text. */
const longest = 100;

const readWords = (text: string): { words: string } => ({
  words: text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed(),
});

const wordsOf = (find: Find | undefined): string | undefined =>
  find && 'words' in find ? find.words : undefined;

const findQuestion: Question<Find> = {
  ask: {
    text: say('services.ask'),
    choices: [
      { id: 'office', label: say('button.by-office') },
      { id: 'cancel', label: say('button.cancel') },
    ],
  },
  hear: {
    text: ({ text }) => ({ answer: readWords(text) }),
    choice: ({ id }) => (id === 'office' ? { answer: { by: 'office' } } : { again: say('again.choose') }),
  },
  valid: (value) => typeof value === 'object' && value !== null,
};

const back: Choice = { id: 'back', label: say('button.back') };

const officeQuestion = (offices: readonly ServiceOffice[]): Question<string> =>
  pick({
    text: say('services.office'),
    choices: [...offices.map(({ code, name }) => ({ id: code, label: literal(name) })), back],
    columns: 1,
  });

/** Services as choices; of two with one name each says its office. */
const choicesOf = (lines: readonly ServiceLine[]): Choice[] =>
  lines.map(({ code, name, unit }) => ({
    id: code,
    label: literal(lines.filter((one) => one.name === name).length > 1 ? `${name} (${unit})` : name),
  }));

const serviceQuestion = (lines: readonly ServiceLine[], find: Find): Question<Chosen> => {
  const words = wordsOf(find);
  const asked = pick<string>({
    text:
      words === undefined
        ? say('services.which')
        : say('services.found', { words: literal(words.slice(0, 60)) }),
    choices: [...choicesOf(lines), back],
    columns: 1,
  });
  return {
    ask: asked.ask,
    hear: { ...asked.hear, text: ({ text }) => ({ answer: readWords(text) }) },
    valid: asked.valid,
  };
};

/** The one service that was surely meant. */
const theOne = ({ sure, lines }: ServicesFound): ServiceLine | undefined =>
  sure && lines.length === 1 ? lines[0] : undefined;

/** A city that has not said yet what its offices do: where to ask. */
const nothingYet = ({ city, ...moment }: Moment): Reply => {
  const { contact } = city.agency.settings;
  return {
    text: say('services.nothing-yet', {
      agency: literal(city.agency.name),
      phone: literal(contact.phone),
      hours: officeHours({ city, ...moment }),
    }),
    choices: [{ id: 'go:menu', label: say('button.menu') }],
  };
};

/** `/layanan`: finds a service by words of its name or by its office. The one that was surely meant is shown at once. */
export const services = form<Answers, Facts>({
  id: 'services',
  starts: (argument) => (argument.trim() ? { find: readWords(argument) } : {}),
  facts: {
    offices: fact<Answers, ServiceOffice[], true>({
      of: () => true,
      read: (reads) => reads.serviceOffices(),
    }),
    hits: fact<Answers, ServicesFound, string>({
      of: ({ find }) => wordsOf(find),
      read: (reads, words) => reads.servicesLike(words),
    }),
    given: fact<Answers, ServiceLine[], string>({
      of: ({ office }) => office,
      read: (reads, office) => reads.servicesOf(office),
    }),
  },
  questions: ({ answers: { find, office }, facts: { offices = [], hits, given = [] } }) => ({
    find: findQuestion,
    ...(find && 'by' in find && { office: officeQuestion(offices) }),
    ...(find && hits && !theOne(hits) && { service: serviceQuestion(hits.lines, find) }),
    ...(find && 'by' in find && office && { service: serviceQuestion(given, find) }),
  }),
  check: ({ answers: { find }, facts: { hits } }) => {
    const words = wordsOf(find);
    return words !== undefined && hits?.lines.length === 0
      ? { find: say('services.none', { words: literal(words.slice(0, 60)) }) }
      : {};
  },
  ends: ({ answers: { service }, facts: { offices }, moment }) => {
    if (offices?.length === 0) return { say: [nothingYet(moment)] };
    return service && typeof service === 'object'
      ? { say: [], next: { form: 'services', answers: { find: service } } }
      : undefined;
  },
  finish: ({ answers: { service }, facts: { hits } }) => {
    const code = typeof service === 'string' ? service : hits && theOne(hits)?.code;
    return code
      ? { say: [], next: { form: 'service', answers: { code } } }
      : { say: [{ text: say('service.gone') }] };
  },
  draft: () => undefined,
});
