import { type Context, Hono } from 'hono';
import type { Room } from '../app.ts';
import { carryOut } from '../carry-out.ts';
import { knownTicket } from '../known-ticket.ts';
import { nextStep } from '../next-step.ts';
import { type Persona, personaNamed, personas } from '../personas.ts';
import { visitOf } from '../reader.ts';
import { type Scenario, scenarioNamed } from '../scenarios.ts';
import type { Chat } from '../visitor/chat.ts';
import { postedFields } from './act.ts';
import { backToChat } from './back-to-chat.ts';
import { greetVisitor } from './visitor-cookie.ts';

type Asked = { scenario: Scenario; step: number; persona: Persona; chat: Chat };

const asked = async (room: Room, c: Context): Promise<Asked | undefined> => {
  const { scenario: name, step, as } = await postedFields(c);
  const scenario = scenarioNamed(String(name));
  const persona = personaNamed(typeof as === 'string' ? as : undefined);
  const { skin } = visitOf(c, room);
  const chat = room.stage.visitors.chat(greetVisitor(c), skin, persona);
  return scenario && { scenario, step: Number(step ?? 0) || 0, persona, chat };
};

const playThrough = async (room: Room, scenario: Scenario, chat: Chat): Promise<void> => {
  const ticket = await knownTicket(room.hall, room.stage.account);
  for (let step = 0; ; step++) {
    const act = nextStep(scenario, step, chat.phone(), ticket);
    if (!act || !(await carryOut(room, chat, act))) break;
  }
};

/** What a citizen has to do first, on the visitor's own citizen phone in the same app. */
const bringAbout = async (room: Room, { after }: Scenario, { visitor, skin }: Chat): Promise<void> => {
  const before = after === undefined ? undefined : scenarioNamed(after);
  const citizen = personas.find(({ hat }) => hat === before?.hat);
  if (!before || !citizen) return;
  const chat = room.stage.visitors.chat(visitor, skin, citizen);
  chat.reset();
  await playThrough(room, before, chat);
  chat.read();
};

/**
 * `POST /coba/skenario` plays a whole scenario at once, for pages without scripts and people who want no motion;
 * `POST /coba/skenario/langkah` only tells the next step, which the page then types by itself.
 */
export const playRoute = (room: Room): Hono =>
  new Hono()
    .post('/', async (c) => {
      const play = await asked(room, c);
      if (!play) return c.text('no such scenario', 400);
      const { scenario, persona, chat } = play;
      chat.reset();
      await bringAbout(room, scenario, chat);
      await playThrough(room, scenario, chat);
      return backToChat(c, visitOf(c, room), persona);
    })
    .post('/langkah', async (c) => {
      const play = await asked(room, c);
      if (!play) return c.text('no such scenario', 400);
      const { scenario, step, chat } = play;
      if (step === 0) await bringAbout(room, scenario, chat);
      return c.json({
        act: nextStep(scenario, step, chat.phone(), await knownTicket(room.hall, room.stage.account)) ?? null,
      });
    });
