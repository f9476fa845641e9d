import { type AnyForm, type Finish, fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { ServiceLine, ServiceOffice, ServicesFound } from '../../domain/service.ts';
import type { TextKey } from '../../i18n/keys.ts';
import type { Ratable } from '../../reads.ts';
import { officeHours } from './office-hours.ts';
import { type Find, findQuestion, looksLikeCode, readWords, wordsOf } from './service-find.ts';

/** The service chosen; or other words, since whoever does not find theirs types again. */
type Chosen = string | { words: string };
type Answers = { find: Find; office: string; service: Chosen };
type Facts = {
  offices: ServiceOffice[];
  hits: ServicesFound;
  given: ServiceLine[];
  counter: Ratable | null;
};

/**
 * A search by its name: what it asks at first, and which conversation the service that was found opens. `unknown`: codes of
 * counters are understood too, and so it is said that nobody has one.
 */
type Search = {
  id: string;
  ask: Text;
  opens: (code: string) => Finish['next'];
  unknown?: TextKey;
  fleeting?: true;
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

/** Finds a service by words of its name or by its office; the one that was surely meant opens at once. */
export const serviceSearch = ({ id, ask, opens, unknown, ...kept }: Search): AnyForm =>
  form<Answers, Facts>({
    id,
    ...kept,
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
      counter: fact<Answers, Ratable | null, string>({
        of: ({ find }) => (unknown ? wordsOf(find) : undefined),
        read: (reads, code) => reads.ratable(code),
      }),
      given: fact<Answers, ServiceLine[], string>({
        of: ({ office }) => office,
        read: (reads, office) => reads.servicesOf(office),
      }),
    },
    questions: ({ answers: { find, office }, facts: { offices = [], hits, given = [] } }) => ({
      find: findQuestion(ask),
      ...(find && 'by' in find && { office: officeQuestion(offices) }),
      ...(find && hits && !theOne(hits) && { service: serviceQuestion(hits.lines, find) }),
      ...(find && 'by' in find && office && { service: serviceQuestion(given, find) }),
    }),
    check: ({ answers: { find }, facts: { hits } }) => {
      const words = wordsOf(find);
      if (words === undefined || hits?.lines.length !== 0) return {};
      const said = literal(words.slice(0, 60));
      return {
        find:
          unknown && looksLikeCode(words)
            ? say(unknown, { code: said })
            : say('services.none', { words: said }),
      };
    },
    ends: ({ answers: { service }, facts: { offices, counter }, moment }) => {
      if (offices?.length === 0) return { say: [nothingYet(moment)] };
      const known = counter && opens(counter.code);
      if (known) return { say: [], next: known };
      return service && typeof service === 'object'
        ? { say: [], next: { form: id, answers: { find: service } } }
        : undefined;
    },
    finish: ({ answers: { service }, facts: { hits } }) => {
      const code = typeof service === 'string' ? service : hits && theOne(hits)?.code;
      const next = code && opens(code);
      return next ? { say: [], next } : { say: [{ text: say('service.gone') }] };
    },
    draft: () => undefined,
  });
