import type { Shown } from '../../conversation/fit.ts';
import type { Address, MediaKind } from '../../conversation/inbound.ts';
import type { Media } from '../../conversation/reply.ts';
import type { Wire } from './encode.ts';
import { plain } from './html.ts';
import { placeOf } from './place.ts';

/** What one album holds (core.telegram.org/bots/api#sendmediagroup); voice notes are never part of one. */
const albumMost = 10;

/** UTF-16 units of a caption after markup (core.telegram.org/bots/api#sendphoto). */
export const captionMost = 1024;

/**
 * The words that one photo can bear. Buttons make a card of them that changes when it is pressed, and a caption cannot
 * become a text: those stay a message of their own.
 */
export const captionOf = ({ note, texts, rows, request, media }: Shown): string | undefined => {
  if (media.length !== 1 || rows.length > 0 || request) return undefined;
  const words = [...(note ? [note] : []), ...texts].join('\n\n');
  return plain(words).length <= captionMost ? words : undefined;
};

const methods = { photo: 'sendPhoto', voice: 'sendVoice', video: 'sendVideo' } as const satisfies {
  [kind in MediaKind]: Wire['method'];
};

const alone = (to: Address, media: Media, caption: object): Wire => ({
  method: methods[media.kind],
  body: { ...placeOf(to), ...caption },
  files: [{ ...media, field: media.kind }],
});

const album = (to: Address, media: readonly Media[]): Wire => {
  const files = media.map((one, i) => ({ ...one, field: `file${i}` }));
  return {
    method: 'sendMediaGroup',
    body: {
      ...placeOf(to),
      media: files.map(({ kind, field }) => ({ type: kind, media: `attach://${field}` })),
    },
    files,
  };
};

const inAlbums = (to: Address, media: readonly Media[], caption: object): Wire[] => {
  const [first, ...rest] = media;
  if (!first) return [];
  if (rest.length === 0) return [alone(to, first, caption)];
  return [album(to, media.slice(0, albumMost)), ...inAlbums(to, media.slice(albumMost), caption)];
};

/** Photos and videos as one album, or alone; voice notes one by one behind them. A caption is for a single one only. */
export const mediaCalls = (to: Address, media: readonly Media[], caption: object = {}): Wire[] => [
  ...inAlbums(
    to,
    media.filter(({ kind }) => kind !== 'voice'),
    caption,
  ),
  ...media.filter(({ kind }) => kind === 'voice').map((one) => alone(to, one, caption)),
];
