import type { AnyForm, Fields } from './conversation/form.ts';
import { type Content, type Inbound, isRecorded } from './conversation/inbound.ts';
import { matchChoice } from './conversation/match-choice.ts';
import { offeredIn } from './conversation/next-step.ts';
import { type Choice, say, type Text } from './conversation/reply.ts';
import { askAgain, takeTurn } from './conversation/take-turn.ts';
import { readButton } from './conversation/wire-id.ts';
import { begin, type Decision, type Desk, formNamed, type Papers, resume, settle } from './desk.ts';
import { dangerIn } from './domain/danger.ts';
import { isGreeting } from './domain/greeting.ts';
import { looksLikeReport } from './domain/looks-like-report.ts';
import { looksLikeQuestion } from './domain/report-kind.ts';
import { readTicket } from './domain/ticket.ts';
import type { Session } from './ports.ts';
import { isWork, repliesTo, subjectOf } from './replies-to.ts';

/** After so long a silence a bare greeting is a new beginning, and the draft is offered instead of going on (milliseconds). */
const longSilence = 24 * 3_600_000;

const start = (desk: Desk, papers: Papers, id: string, argument?: string): Promise<Decision> => {
  const form = formNamed(desk, id);
  const answers = argument ? (form.starts?.(argument) as Fields | undefined) : undefined;
  return begin(form, papers, desk, answers ? { answers } : {});
};

/** A button that no longer fits: a kind word, and where the person stands now. */
const oldButton = async (desk: Desk, papers: Papers): Promise<Decision> => {
  const form = papers.talk && desk.registry.forms.get(papers.talk.form);
  if (papers.talk && form)
    return { ...askAgain(form, papers.talk, desk.moment, say('old-button')), parked: papers.parked };
  return begin(formNamed(desk, 'menu'), papers, desk, { note: say('old-button') });
};

const press = async (id: string, papers: Papers, desk: Desk): Promise<Decision> => {
  const button = readButton(id);
  if (button?.kind === 'go') {
    if (button.form === 'resume') return resume(papers, desk, button.argument) ?? oldButton(desk, papers);
    if (button.form === 'fresh' && button.argument && desk.registry.forms.has(button.argument))
      return begin(formNamed(desk, button.argument), papers, desk, { drafts: 'drop' });
    if (!desk.registry.forms.has(button.form)) return oldButton(desk, papers);
    return start(desk, papers, button.form, button.argument);
  }
  if (!button) return oldButton(desk, papers);
  const parked = papers.parked.find(({ tag }) => tag === button.tag);
  const at = parked ? { talk: parked, parked: papers.parked.filter((draft) => draft !== parked) } : papers;
  const form = at.talk?.tag === button.tag ? desk.registry.forms.get(at.talk.form) : undefined;
  if (!at.talk || !form) return oldButton(desk, papers);
  const { question, choice } = button;
  const turn = await takeTurn(
    form,
    at.talk,
    { press: { question, choice } },
    desk.moment,
    desk.tongue,
    desk.reads,
  );
  return settle(turn, at.parked, desk);
};

/** A word with its argument, as a link types it. The argument is one word with a digit or dash that the form understands, or it is a sentence. */
const saying = (text: string, { registry }: Desk): { form: AnyForm; argument: string } | undefined => {
  const [, said, argument] = /^([a-z]{1,12})(?:\s+|_)((?=\S*[\d-])\S+)$/i.exec(text.trim()) ?? [];
  const form = said && registry.sayings.get(said.toLowerCase());
  if (!form || !argument) return undefined;
  return Object.keys(form.starts?.(argument) ?? {}).length > 0 ? { form, argument } : undefined;
};

/** `/command argument` (Telegram adds `@bot` in groups), or a word that works everywhere. */
const commanded = (text: string, desk: Desk): { form: AnyForm; argument?: string } | undefined => {
  const [, command, argument] = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]+))?$/i.exec(text.trim()) ?? [];
  const form = command && desk.registry.commands.get(command.toLowerCase());
  if (form) return { form, ...(argument && { argument: argument.trim() }) };
  const word = desk.tongue.word(text);
  const named = word && desk.registry.words.get(word);
  return named ? { form: named } : saying(text, desk);
};

const inTalk = async (
  content: Exclude<Content, { kind: 'choice' }>,
  papers: Papers,
  desk: Desk,
  note?: Text,
) => {
  const form = papers.talk && desk.registry.forms.get(papers.talk.form);
  if (!papers.talk || !form) return begin(formNamed(desk, 'menu'), papers, desk, note ? { note } : {});
  const turn = await takeTurn(form, papers.talk, { content }, desk.moment, desk.tongue, desk.reads);
  return settle(turn, papers.parked, desk);
};

/** The first thing said may already be the report: nothing stands before it. */
const asReport = async (
  content: Exclude<Content, { kind: 'choice' }>,
  papers: Papers,
  desk: Desk,
): Promise<Decision> => {
  const opened = await begin(formNamed(desk, 'report'), papers, desk, { drafts: 'keep' });
  return inTalk(content, opened, desk);
};

/**
 * The answer to an office's question, said without pressing or replying. Whoever never saw the notice has no report; a
 * greeting or a number of a report is none.
 */
const answerAsked = async (
  content: Exclude<Content, { kind: 'choice' }>,
  papers: Papers,
  desk: Desk,
): Promise<Decision | undefined> => {
  const { city, contact } = desk.moment;
  const isText = content.kind === 'text';
  if (!contact.noticed || !(isText || isRecorded(content))) return undefined;
  if (isText && (isGreeting(content.text) || readTicket(content.text, city.agency.prefix))) return undefined;
  const ticket = await desk.reads.askedOf();
  if (!ticket) return undefined;
  const answers: Fields = isText
    ? { ticket, answer: content.text.trim() }
    : {
        ticket,
        ...(content.caption && { answer: content.caption }),
        photos: [content.media],
        kind: content.kind,
      };
  return begin(formNamed(desk, 'answer-asked'), papers, desk, { answers });
};

const unprompted = async (
  content: Exclude<Content, { kind: 'choice' }>,
  papers: Papers,
  desk: Desk,
): Promise<Decision> => {
  const { city, contact } = desk.moment;
  const answered = await answerAsked(content, papers, desk);
  if (answered) return answered;
  if (content.kind === 'photo' || content.kind === 'location') return asReport(content, papers, desk);
  if (content.kind === 'unsupported')
    return begin(formNamed(desk, 'menu'), papers, desk, { note: say(`unsupported.${content.what}`) });
  if (content.kind === 'voice' || content.kind === 'video')
    return begin(formNamed(desk, 'menu'), papers, desk, { note: say(`unsupported.${content.kind}`) });
  if (content.kind === 'phone') return begin(formNamed(desk, 'menu'), papers, desk);
  const ticket = readTicket(content.text, city.agency.prefix);
  if (ticket) return start(desk, papers, 'track', ticket);
  if (looksLikeReport(content.text, city.categories)) return asReport(content, papers, desk);
  if (isGreeting(content.text)) return begin(formNamed(desk, 'hello'), papers, desk);
  if (looksLikeQuestion(content.text)) return start(desk, papers, 'ask-city', content.text);
  if (!contact.noticed) return begin(formNamed(desk, 'hello'), papers, desk);
  return begin(formNamed(desk, 'menu'), papers, desk, { note: say('again') });
};

/** Whether the conversation under way sees to danger in its words itself, or they are the staff's about somebody else. */
const hearsDanger = ({ talk }: Papers, { registry }: Desk): boolean =>
  talk?.form === 'report' || (talk !== null && registry.forms.get(talk.form)?.work === true);

/** The choice that somebody typed, unless it is a command: of the menu shown last, which a letter may have brought since, or of the open question. */
const typedChoice = (text: string, { talk, menu }: Session, desk: Desk): Choice | undefined => {
  if (text.startsWith('/')) return undefined;
  const form = talk && desk.registry.forms.get(talk.form);
  const shown = menu.length > 0 ? matchChoice(text, menu, desk.tongue) : undefined;
  return (
    shown ?? (talk && form ? matchChoice(text, offeredIn(form, talk, desk.moment), desk.tongue) : undefined)
  );
};

/**
 * Which conversation a message belongs to, and what comes of it: a button, a command or word, the conversation under
 * way, a report begun by its first words, or the menu.
 */
export const route = async (session: Session, inbound: Inbound, desk: Desk): Promise<Decision> => {
  const papers: Papers = { talk: session.talk, parked: session.parked };
  const { content } = inbound;
  if (content.kind === 'choice') return press(content.id, papers, desk);
  const subject = await subjectOf(inbound, desk);
  if (content.kind === 'text') {
    const typed = typedChoice(content.text, session, desk);
    if (typed && (!papers.talk || typed.id.startsWith('go:'))) return press(typed.id, papers, desk);
    const command = commanded(content.text, desk);
    if (command) return start(desk, papers, command.form.id, command.argument);
    if (!isWork(subject) && !hearsDanger(papers, desk) && dangerIn(content.text))
      return asReport(content, papers, desk);
  }
  const added = subject && repliesTo[subject.as](subject.ticket, content, papers, desk);
  if (added) return added;
  if (!papers.talk) return unprompted(content, papers, desk);
  const silent = session.spokeAt ? desk.moment.now.getTime() - session.spokeAt.getTime() : 0;
  if (silent > longSilence && content.kind === 'text' && isGreeting(content.text))
    return begin(formNamed(desk, 'hello'), papers, desk);
  return inTalk(content, papers, desk);
};
