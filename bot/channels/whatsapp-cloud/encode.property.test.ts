import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit as asShown } from '../../conversation/fit.ts';
import { replies } from '../../conversation/testing/replies.ts';
import { translate } from '../../i18n/translate.ts';
import { can } from './can.ts';
import { readMessage } from './emulator/index.ts';
import { encode } from './encode.ts';

const to = { channel: 'whatsapp-cloud', account: '1001', id: '628120000701' } as const;
const scoped = { ...to, id: 'ID.70113491208655302741' };

test('an answer of any kind keeps within every limit, and nothing of it is lost', () => {
  const letters = (text: string) => text.replace(/[\s\p{Cc}\u2028-\u202e\uE000-\uE003*`]/gu, '');
  const inside = JSON.stringify;
  fc.assert(
    fc.property(replies, fc.boolean(), (reply, named) => {
      const shown = asShown(reply, can, (said) => translate('id', said));
      const wires = encode(named ? scoped : to, shown, { letter: '17' });
      for (const wire of wires) readMessage(wire.body);
      const bodies = wires.map(({ body }) => JSON.parse(inside(body)));
      const said = letters(
        bodies
          .map((body) => body.text?.body ?? body[body.type]?.caption ?? body.interactive?.body.text ?? '')
          .join(''),
      );
      for (const piece of [shown.note ?? '', ...shown.texts]) expect(said).toContain(letters(piece));
      const offered = [...shown.rows.flat(), ...(shown.list?.rows ?? [])].map((one) =>
        'id' in one ? one.id.trim() : '',
      );
      const last = bodies.at(-1)?.interactive?.action;
      const given = [
        ...(last?.buttons ?? []).map(({ reply: { id } }: { reply: { id: string } }) => id),
        ...(last?.sections?.[0]?.rows ?? []).map(({ id }: { id: string }) => id),
      ];
      expect(new Set(given)).toEqual(new Set(offered));
      expect(
        wires
          .flatMap(({ files = [] }) => files)
          .map((file) => ('text' in file ? file.text : file.id))
          .sort(),
      ).toEqual(
        [...shown.media.map(({ id }) => id), ...(shown.document ? [shown.document.text] : [])].sort(),
      );
      expect(
        bodies.flatMap(({ location }) => (location ? [[location.latitude, location.longitude]] : [])),
      ).toEqual(shown.pin ? [[shown.pin.lat, shown.pin.lon].map((one) => JSON.parse(inside(one)))] : []);
      expect(inside(bodies)).not.toMatch(/[\uE000-\uE003]/);
    }),
    { numRuns: 300 },
  );
});
