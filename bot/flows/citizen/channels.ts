import { fact, form } from '../../conversation/form.ts';
import { yesNo } from '../../conversation/questions/pick.ts';
import { type Choice, say, type Text } from '../../conversation/reply.ts';
import type { OwnChat } from '../../reads.ts';

type Facts = { chats: OwnChat[] };

/** Every chat beside the one that writes, and that one; looked up once a conversation. */
export const chatsFact = fact<Record<never, never>, OwnChat[], true>({
  of: () => true,
  read: (reads) => reads.myChats(),
});

const menu: Choice = { id: 'go:menu', label: say('button.menu') };
const pair: Choice = { id: 'go:pair-code', label: say('button.pair') };
export const newsHereChoice: Choice = { id: 'go:news-here', label: say('button.news-here') };
export const unpairChoice: Choice = { id: 'go:unpair', label: say('button.unpair') };

/** A chat by the app it is in; another one in this very app by that it is another. */
const nameOf = ({ channel, here }: OwnChat, all: readonly OwnChat[]): Text => {
  const app = say(`channel.${channel}`);
  if (here) return say('channels.here', { channel: app });
  return all.some((one) => one.here && one.channel === channel)
    ? say('channels.other', { channel: app })
    : app;
};

const newsGoes = (chats: readonly OwnChat[]): Text => {
  const chosen = chats.find(({ news }) => news);
  if (!chosen) return say('channels.news-each');
  return chosen.here
    ? say('channels.news-here')
    : say('channels.news-there', { channel: nameOf(chosen, chats) });
};

const listOf = (chats: readonly OwnChat[], all: readonly OwnChat[]): Text => ({
  join: chats.map((chat) => nameOf(chat, all)),
  by: ', ',
});

/** The person's chats and where news of their reports goes; of one chat, that it is the only one. */
const aboutNews = (here: OwnChat, mine: readonly OwnChat[]): Text[] =>
  mine.length > 1
    ? [say('channels.list', { list: listOf(mine, mine) }), newsGoes(mine)]
    : [say('channels.one', { channel: say(`channel.${here.channel}`) })];

/** The chats of an employee and where they are written to; what they report as a citizen stays apart from those that are not shown to be theirs. */
const aboutWork = (chats: readonly OwnChat[]): Text[] => {
  const linked = chats.filter(({ work }) => work !== 'none');
  const written = linked.find(({ work }) => work === 'written');
  if (linked.length < 2 || !written) return [];
  return [
    say('channels.work', { list: listOf(linked, chats), channel: nameOf(written, chats) }),
    ...(linked.every(({ mine }) => mine) ? [] : [say('channels.work-apart')]),
  ];
};

const mayComeHere = ({ news, work }: OwnChat, several: boolean): boolean =>
  (several && !news) || work === 'linked';

/** `/kanal`: which chats are this person's, where news goes, and what can be done about it. */
export const channels = form<Record<never, never>, Facts>({
  id: 'channels',
  facts: { chats: chatsFact },
  questions: () => ({}),
  finish: ({ facts: { chats = [] } }) => {
    const [here] = chats;
    if (!here) return { say: [] };
    const mine = chats.filter((chat) => chat.mine);
    const several = mine.length > 1;
    return {
      say: [
        {
          text: { join: [...aboutNews(here, mine), ...aboutWork(chats)], by: '\n\n' },
          choices: [
            ...(mayComeHere(here, several) ? [newsHereChoice] : []),
            pair,
            ...(several ? [unpairChoice] : []),
            menu,
          ],
        },
      ],
    };
  },
});

/** News and reminders come to this chat from now on. */
export const newsHere = form<Record<never, never>, Facts>({
  id: 'news-here',
  facts: { chats: chatsFact },
  questions: () => ({}),
  finish: ({ facts: { chats = [] } }) => {
    const others = chats.filter(({ here }) => !here);
    const isWork = others.length > 0 && others.every(({ mine }) => !mine);
    return {
      say: [{ text: isWork ? say('channels.chosen-work') : say('channels.chosen'), choices: [menu] }],
      effects: [{ do: 'person.choose' }],
    };
  },
});

/** This chat is no longer one of the person's others: a phone is given away, or a code was used by somebody else. */
export const unpair = form<{ sure: boolean }>({
  id: 'unpair',
  questions: () => ({ sure: yesNo({ text: say('unpair.ask') }) }),
  finish: ({ answers: { sure } }) =>
    sure
      ? { say: [{ text: say('unpair.done') }], effects: [{ do: 'person.part' }] }
      : { say: [{ text: say('unlink.kept') }] },
});
