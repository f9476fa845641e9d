import { literal, say, type Text } from '../../bot/conversation/reply.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import type { SampleName } from './samples/index.ts';

type Opening = { do: 'type'; text: string } | { do: 'sample'; sample: SampleName };

/** A dialogue that plays by itself: what the person begins with, and which buttons they take, the first that is there. */
export type Scenario = {
  name: string;
  label: TextKey;
  about: TextKey;
  opening: (ticket: string) => readonly Opening[];
  takes: readonly Text[];
  at: { lat: number; lon: number };
};

const wayThroughReport = [say('similar.new'), say('button.skip'), say('identity.biasa'), say('button.send')];

export const scenarios: readonly Scenario[] = [
  {
    name: 'lampu',
    label: 'coba.play.lampu',
    about: 'coba.play.lampu.about',
    opening: () => [{ do: 'type', text: 'Lampu jalan mati di depan pasar, gelap sekali kalau malam' }],
    takes: [literal('Lampu Jalan (PJU)'), ...wayThroughReport],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'foto',
    label: 'coba.play.foto',
    about: 'coba.play.foto.about',
    opening: () => [
      { do: 'sample', sample: 'lubang' },
      { do: 'type', text: 'Jalan berlubang besar, kemarin ada yang jatuh dari motor' },
    ],
    takes: [literal('Jalan & Trotoar'), say('danger.go-on'), ...wayThroughReport],
    at: { lat: -7.3203, lon: 110.5121 },
  },
  {
    name: 'cek',
    label: 'coba.play.cek',
    about: 'coba.play.cek.about',
    opening: (ticket) => [
      { do: 'type', text: '/cek' },
      { do: 'type', text: ticket },
    ],
    takes: [say('similar.follow')],
    at: { lat: -7.3315, lon: 110.5025 },
  },
];

export const scenarioNamed = (name: string): Scenario | undefined =>
  scenarios.find((one) => one.name === name);
