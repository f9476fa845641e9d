import { isDraft } from './conversation/control.ts';
import type { AnyForm, Fields } from './conversation/form.ts';
import type { Moment } from './conversation/moment.ts';
import { askingOf } from './conversation/open-question.ts';
import { type Choice, type Reply, say, type Text } from './conversation/reply.ts';
import { askAgain, openTalk, type Turn } from './conversation/take-turn.ts';
import { beginTalk, type Talk } from './conversation/talk.ts';
import type { Tongue } from './conversation/tongue.ts';
import type { Reads } from './reads.ts';
import type { Registry } from './registry.ts';

/** Everything one message is decided with. */
export type Desk = { registry: Registry; moment: Moment; tongue: Tongue; reads: Reads };

/** What the desk holds for a person: the conversation under way and the drafts put aside, newest last. */
export type Papers = { talk: Talk | null; parked: readonly Talk[] };

/** `menu`: the buttons that can be typed from now on, where they are not those of the last reply; `fleeting`: a form that leaves no trace was passed through, `secret`: one whose answers are kept nowhere. */
export type Decision = Papers &
  Pick<Turn, 'say' | 'effects' | 'took' | 'toast'> & {
    menu?: readonly Choice[];
    fleeting?: true;
    secret?: true;
  };

/** At most this many drafts wait at once; an older one goes. */
const parkedMost = 3;

const tagLetters = '0123456789abcdefghijklmnopqrstuvwxyz';

const newTag = (moment: Moment): string =>
  [...moment.random(4)].map((byte) => tagLetters[byte % tagLetters.length]).join('');

/** Puts the conversation under way aside when something of it is worth keeping. */
export const park = ({ talk, parked }: Papers, { registry, moment }: Desk): readonly Talk[] => {
  const form = talk && registry.forms.get(talk.form);
  return talk && form && isDraft(form, talk, moment) ? [...parked, talk].slice(-parkedMost) : parked;
};

const draftName = (desk: Desk, draft: Talk): Text | undefined =>
  desk.registry.forms.get(draft.form)?.draft?.(askingOf(draft, desk.moment));

/** Carries a turn to its end: what it leads to next, and back to a draft that waits. */
export const settle = async (turn: Turn, parked: readonly Talk[], desk: Desk): Promise<Decision> => {
  const { say: said, effects, took, toast } = turn;
  const rest = { effects, took, ...(toast && { toast }) };
  if (turn.talk) return { talk: turn.talk, parked, say: said, ...rest };
  if (turn.next) {
    const form = desk.registry.forms.get(turn.next.form);
    if (!form) throw new Error(`no form named ${turn.next.form}`);
    const on = await open(form, turn.next.answers ?? {}, parked, desk);
    const asked = turn.next.quietly ? [] : on.say;
    return { ...on, say: [...said, ...asked], effects: [...effects, ...on.effects], took };
  }
  const back = turn.rests ? undefined : parked.at(-1);
  const form = back && desk.registry.forms.get(back.form);
  if (!back || !form) return { talk: null, parked, say: said, ...rest };
  const again = askAgain(form, back, desk.moment, said.length > 0 ? undefined : say('draft.back'));
  return { talk: again.talk, parked: parked.slice(0, -1), say: [...said, ...again.say], ...rest };
};

/** A draft as it stands when it is taken up: its facts are looked up anew. */
const afresh = ({ page: _, misses: __, ...draft }: Talk): Talk => ({ ...draft, facts: {} });

/** Opens a conversation; where a draft about the same thing waits, that one, with its facts as they are now. */
const open = async (
  form: AnyForm,
  answers: Fields,
  parked: readonly Talk[],
  desk: Desk,
  note?: Text,
): Promise<Decision> => {
  const draft = parked.findLast((one) => one.form === form.id && form.same?.(one.answers, answers));
  const talk = draft ? afresh(draft) : beginTalk(form.id, newTag(desk.moment), answers);
  const said = draft ? say('draft.back') : note;
  const kept = parked.filter((one) => one !== draft);
  const decision = await settle(await openTalk(form, talk, desk.moment, desk.reads, said), kept, desk);
  return {
    ...decision,
    ...(form.fleeting && { fleeting: true as const }),
    ...(form.secret && { secret: true as const }),
  };
};

/** Begins a conversation. A draft of the same kind that waits is offered first; any other draft is put aside. */
export const begin = async (
  form: AnyForm,
  papers: Papers,
  desk: Desk,
  {
    answers = {},
    drafts = 'offer',
    note,
  }: { answers?: Fields; drafts?: 'offer' | 'keep' | 'drop'; note?: Text } = {},
): Promise<Decision> => {
  const parked = park(papers, desk);
  const draft = parked.findLast((waiting) => waiting.form === form.id);
  if (draft && drafts === 'offer' && Object.keys(answers).length === 0)
    return offerDraft(draft, parked, desk);
  const kept = drafts === 'drop' ? parked.filter((waiting) => waiting.form !== form.id) : parked;
  return open(form, answers, kept, desk, note);
};

const offerDraft = (draft: Talk, parked: readonly Talk[], desk: Desk): Decision => {
  const reply: Reply = {
    text: say('draft.offer', { draft: draftName(desk, draft) ?? '' }),
    choices: [
      { id: 'go:resume', label: say('button.resume') },
      { id: `go:fresh:${draft.form}`, label: say('button.fresh') },
    ],
  };
  return { talk: null, parked, say: [reply], effects: [], took: false };
};

/** Takes the newest draft (or the one with this tag) up again at its open question. */
export const resume = (papers: Papers, desk: Desk, tag?: string): Decision | undefined => {
  const parked = park(papers, desk);
  const draft = parked.findLast((waiting) => !tag || waiting.tag === tag);
  const form = draft && desk.registry.forms.get(draft.form);
  if (!draft || !form) return undefined;
  const { page: _, misses: __, ...rest } = draft;
  const again = askAgain(form, rest, desk.moment, say('draft.back'));
  return { ...again, talk: again.talk, parked: parked.filter((waiting) => waiting !== draft) };
};

/** A form that the registry must know. */
export const formNamed = (desk: Desk, id: string): AnyForm => {
  const form = desk.registry.forms.get(id);
  if (!form) throw new Error(`no form named ${id}`);
  return form;
};
