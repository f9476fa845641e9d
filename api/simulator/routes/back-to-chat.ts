import type { Context } from 'hono';
import type { Persona } from '../personas.ts';
import type { Visit } from '../reader.ts';

/** After an act: nothing for our script, which hears the rest from the stream; the page again for a plain form. */
export const backToChat = (c: Context, { link }: Visit, persona: Persona, at = 'akhir'): Response =>
  c.req.header('accept')?.includes('application/json')
    ? c.body(null, 204)
    : c.redirect(`${link(`/coba?as=${persona.key}`)}#${at}`, 303);
