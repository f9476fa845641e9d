import type { Fields } from './conversation/form.ts';
import type { Address, GroupPlace, Inbound } from './conversation/inbound.ts';
import { type Reply, say, type Text } from './conversation/reply.ts';
import { readButton } from './conversation/wire-id.ts';
import { begin, type Decision } from './desk.ts';
import { type Asked, askedIn, beside, inGroup } from './group.ts';
import type { GroupLook, Groups } from './groups.ts';
import type { Hall } from './hall.ts';
import type { Decide, Handle, Handled } from './handle.ts';
import { withoutMarks } from './i18n/marks.ts';
import { translate } from './i18n/translate.ts';
import { linkByCode } from './link-by-code.ts';
import { route } from './route.ts';

/** What is to be answered to something in a group. `handled` is what its sender hears in the private chat. */
export type GroupHandled = {
  /** The group, or the topic in it. */
  place: Address;
  /** Said there, in the agency's first language. */
  here: readonly Reply[];
  locale: string;
  toast?: string;
  /** A sign on the message: it was heard, or kept as a note. */
  sign?: 'heard' | 'noted';
  /** The message is to be taken away: it carries a code. */
  erases?: true;
  handled?: Handled;
};

type Answer = Omit<GroupHandled, 'place' | 'locale' | 'here'> & { here?: readonly Reply[] };

const addressOf = ({ from }: Inbound, { chat, thread }: Omit<GroupPlace, 'topics'>): Address => ({
  ...from,
  id: thread ? `${chat}/${thread}` : chat,
});

/** What is said of a press, a message or a change in a group: whoever presses or writes is judged as in their private chat. */
export const createHandleGroup = (hall: Hall & { groups: Groups }, handle: Handle, answering = 'answer') => {
  const home = (): string => hall.city().agency.locales[0] ?? 'id';
  const plain = (locale: string, text: Text): string => withoutMarks(translate(locale, text));

  const changed = async (inbound: Inbound, group: GroupPlace): Promise<Answer> => {
    const chat = addressOf(inbound, { chat: group.chat });
    switch (group.change) {
      case 'left':
        await hall.groups.left(chat);
        return {};
      case 'joined': {
        const { unit } = await hall.groups.look(inbound);
        const { service } = hall.city().agency;
        return unit ? {} : { here: [{ text: say('group.hello', { service }) }] };
      }
      case undefined:
        return {};
      default:
        await hall.groups.moved(chat, group.change.moved);
        return {};
    }
  };

  const press = async (inbound: Inbound, key: string, { staff }: GroupLook): Promise<Answer> => {
    const button = inbound.content.kind === 'choice' ? readButton(inbound.content.id) : undefined;
    if (!staff) return { toast: plain(home(), say('group.staff-only')) };
    if (button?.kind !== 'go' || !hall.registry.forms.has(button.form))
      return { toast: plain(home(), say('old-button')) };
    const { group: _, ...own } = inbound;
    const handled = await handle(inbound, key, async (session, __, desk) =>
      inGroup(session, await route(session, own, desk), (text) => plain(desk.moment.locale, text)),
    );
    return { handled, ...(handled.toast && { toast: plain(handled.locale, handled.toast) }) };
  };

  /** A conversation about work goes on in the private chat. */
  const began = async (
    inbound: Inbound,
    key: string,
    form: string,
    about: { ticket?: string; words?: string } = {},
  ): Promise<Answer> => {
    const begun = hall.registry.forms.get(form);
    if (!begun) return {};
    const { ticket, words } = about;
    const named = ticket ? (begun.starts?.(ticket) as Fields | undefined) : undefined;
    const answers = { ...named, ...(words && { words }) };
    const decide: Decide = (session, _, desk): Promise<Decision> =>
      begin(begun, { talk: session.talk, parked: session.parked }, desk, { answers });
    return { handled: await handle(inbound, key, decide), sign: 'heard' };
  };

  const note = async (inbound: Inbound, key: string, ticket: string, words: string): Promise<Answer> => {
    let kept = false;
    const { repeated } = await handle(inbound, key, async (session) => {
      kept = await hall.groups.mayNote(session.contact.id, ticket);
      return beside(session, kept ? [{ do: 'report.note', ticket, words }] : []);
    });
    return kept && !repeated ? { sign: 'noted' } : {};
  };

  const answerTo = (inbound: Inbound, key: string, asked: Asked, look: GroupLook) => {
    const ticket = look.staff ? look.ticket : undefined;
    switch (asked.kind) {
      case 'press':
        return press(inbound, key, look);
      case 'link':
        return look.staff
          ? linkByCode(hall, handle, inbound, key, asked.code)
          : { here: [{ text: say('group.not-you') }], ...(asked.code && { erases: true }) };
      case 'answer':
        return ticket ? began(inbound, key, answering, { ...asked, ticket }) : {};
      case 'note':
        return ticket ? note(inbound, key, ticket, asked.words) : {};
      case 'work':
        return look.staff && look.unit
          ? began(inbound, key, hall.registry.commands.get('tiket')?.id ?? '')
          : {};
      default:
        return asked satisfies never;
    }
  };

  return async (inbound: Inbound, key: string, group: GroupPlace): Promise<GroupHandled> => {
    const settle = (answer: Answer): GroupHandled => ({
      place: addressOf(inbound, group),
      here: [],
      locale: home(),
      ...answer,
    });
    if (group.change) return settle(await changed(inbound, group));
    const asked = askedIn(inbound);
    if (!asked) return settle({});
    const look = await hall.groups.look(inbound);
    if (look.unit && look.topics !== group.topics)
      await hall.groups.hasTopics(addressOf(inbound, { chat: group.chat }), group.topics);
    return settle(await answerTo(inbound, key, asked, look));
  };
};
