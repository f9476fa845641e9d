import type { AnyForm, Fields } from './conversation/form.ts';
import type { Content, Inbound } from './conversation/inbound.ts';
import { matchChoice } from './conversation/match-choice.ts';
import { offeredIn } from './conversation/next-step.ts';
import { type Choice, say, type Text } from './conversation/reply.ts';
import { askAgain, takeTurn } from './conversation/take-turn.ts';
import { readButton } from './conversation/wire-id.ts';
import { begin, type Decision, type Desk, type Papers, resume, settle } from './desk.ts';
import { dangerIn } from './domain/danger.ts';
import { isGreeting } from './domain/greeting.ts';
import { looksLikeReport } from './domain/looks-like-report.ts';
import { readTicket } from './domain/ticket.ts';
import type { Session } from './ports.ts';

/** After so long a silence a bare greeting is a new beginning, and the draft is offered instead of going on (milliseconds). */
const longSilence = 24 * 3_600_000;

const formNamed = (desk: Desk, id: string): AnyForm => {
  const form = desk.registry.forms.get(id);
  if (!form) throw new Error(`no form named ${id}`);
  return form;
};

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

/** `/command argument` (Telegram adds `@bot` in groups), or a word that works everywhere. */
const commanded = (text: string, desk: Desk): { form: AnyForm; argument?: string } | undefined => {
  const [, command, argument] = /^\/([a-z_]+)(?:@\w+)?(?:\s+([\s\S]+))?$/i.exec(text.trim()) ?? [];
  const form = command && desk.registry.commands.get(command.toLowerCase());
  if (form) return { form, ...(argument && { argument: argument.trim() }) };
  const word = desk.tongue.word(text);
  const named = word && desk.registry.words.get(word);
  return named ? { form: named } : undefined;
};

const subjectTicket = async (inbound: Inbound, desk: Desk): Promise<string | undefined> => {
  if (!inbound.replyTo) return undefined;
  const about = await desk.reads.subjectOf(inbound.replyTo);
  return about?.startsWith('report:') ? about.slice('report:'.length) : undefined;
};

/** Something said to a report that is already there: a sentence or a photo in reply to its message. */
const addition = (
  ticket: string,
  content: Content,
  papers: Papers,
  desk: Desk,
): Promise<Decision> | undefined => {
  const form = formNamed(desk, 'add');
  if (content.kind === 'text')
    return begin(form, papers, desk, { answers: { ticket, more: { words: content.text } } });
  if (content.kind === 'photo')
    return begin(form, papers, desk, {
      answers: {
        ticket,
        more: { photos: [content.media], ...(content.caption && { words: content.caption }) },
      },
    });
  return undefined;
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

const unprompted = async (
  content: Exclude<Content, { kind: 'choice' }>,
  papers: Papers,
  desk: Desk,
): Promise<Decision> => {
  const { city, contact } = desk.moment;
  if (content.kind === 'photo' || content.kind === 'location') return asReport(content, papers, desk);
  if (content.kind === 'unsupported')
    return begin(formNamed(desk, 'menu'), papers, desk, { note: say(`unsupported.${content.what}`) });
  if (content.kind === 'phone') return begin(formNamed(desk, 'menu'), papers, desk);
  const ticket = readTicket(content.text, city.agency.prefix);
  if (ticket) return start(desk, papers, 'track', ticket);
  if (looksLikeReport(content.text, city.categories)) return asReport(content, papers, desk);
  if (!contact.noticed || isGreeting(content.text)) return begin(formNamed(desk, 'hello'), papers, desk);
  return begin(formNamed(desk, 'menu'), papers, desk, { note: say('again') });
};

/** The numbered choices before a person: those of the open question, or the menu shown last. */
const offered = ({ talk, menu }: Session, { registry, moment }: Desk): readonly Choice[] => {
  const form = talk && registry.forms.get(talk.form);
  return talk && form ? offeredIn(form, talk, moment) : menu;
};

/**
 * Which conversation a message belongs to, and what comes of it: a button, a command or word, the conversation under
 * way, a report begun by its first words, or the menu.
 */
export const route = async (session: Session, inbound: Inbound, desk: Desk): Promise<Decision> => {
  const papers: Papers = { talk: session.talk, parked: session.parked };
  const { content } = inbound;
  if (content.kind === 'choice') return press(content.id, papers, desk);
  if (content.kind === 'text') {
    const typed = matchChoice(content.text, offered(session, desk), desk.tongue);
    if (typed && (!papers.talk || typed.id.startsWith('go:'))) return press(typed.id, papers, desk);
    const command = commanded(content.text, desk);
    if (command) return start(desk, papers, command.form.id, command.argument);
    if (papers.talk?.form !== 'report' && dangerIn(content.text)) return asReport(content, papers, desk);
  }
  const ticket = await subjectTicket(inbound, desk);
  const added = ticket ? addition(ticket, content, papers, desk) : undefined;
  if (added) return added;
  if (!papers.talk) return unprompted(content, papers, desk);
  const silent = session.spokeAt ? desk.moment.now.getTime() - session.spokeAt.getTime() : 0;
  if (silent > longSilence && content.kind === 'text' && isGreeting(content.text))
    return begin(formNamed(desk, 'hello'), papers, desk);
  return inTalk(content, papers, desk);
};
