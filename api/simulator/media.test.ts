import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { literal, type Reply } from '../../bot/conversation/reply.ts';
import { type SkinName, skinNames } from './skins/skin-name.ts';
import { formVisitor } from './testing/form-visitor.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await openTestSimulator({ neighbours: false });
});
afterAll(() => simulator.close());

/** A visitor whose Sri is in a report and has sent one of the sample photos; `write` sends her a letter. */
const photographed = async (skin: SkinName) => {
  const visitor = formVisitor(simulator, skin);
  await visitor.post({ do: 'type', text: 'lampu jalan mati di depan pasar' });
  await visitor.post({ do: 'sample', sample: 'lampu' });
  await simulator.clean();
  const { sql } = simulator.hall.database;
  const [row] = await sql<{ id: string; contact: number }[]>`
    select id, contact_id::int as contact from media order by created_at desc limit 1`;
  if (!row) throw new Error('no photo was sent');
  const session = await simulator.hall.sessions.of(row.contact);
  if (!session) throw new Error('nobody sent it');
  const write = async (say: Reply) => {
    await simulator.hall.sessions.post(session, [{ say, lane: 'interactive' }]);
    await simulator.hall.deliver();
  };
  return { visitor, photo: row.id, write };
};

test.each(skinNames)(
  'photos of the service stand in their bubbles as pictures, with words for those who cannot see them, in %s',
  async (skin) => {
    const { visitor, photo, write } = await photographed(skin);
    await write({
      text: literal('Sudah diperbaiki. Ini fotonya.'),
      media: [
        { id: photo, kind: 'photo' },
        { id: photo, kind: 'photo' },
      ],
      choices: [{ id: 'go:menu', label: literal('Sudah beres') }],
    });
    const page = await visitor.page();
    const pictures = [
      ...page.matchAll(
        /<div class="turn bot"[^>]*>\s*<div class="bubble">\s*<img class="photo" src="([^"]+)" alt="([^"]+)"/g,
      ),
    ];
    expect(pictures.map(([, , alt]) => alt)).toEqual(['Foto', 'Foto']);
    expect(page).toContain('Sudah diperbaiki. Ini fotonya.');
    const answer = await visitor.ask(pictures[0]?.[1] ?? '');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 800 });
  },
);
