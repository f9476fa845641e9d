import type { SampleName } from './samples/index.ts';
import { words } from './words.ts';

type Opening = { do: 'type'; text: string } | { do: 'sample'; sample: SampleName };

/** A dialogue that plays by itself: what the person begins with, and which buttons they take, the first that is there. */
export type Scenario = {
  name: string;
  label: string;
  about: string;
  opening: (ticket: string) => readonly Opening[];
  takes: readonly string[];
  at: { lat: number; lon: number };
};

const wayThroughReport = ['Tetap lapor baru', 'Lewati', 'Biasa', 'Kirim'];

export const scenarios: readonly Scenario[] = [
  {
    name: 'lampu',
    label: words.scenarioLamp,
    about: words.scenarioLampAbout,
    opening: () => [{ do: 'type', text: 'Lampu jalan mati di depan pasar, gelap sekali kalau malam' }],
    takes: ['Lampu Jalan (PJU)', ...wayThroughReport],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'foto',
    label: words.scenarioPhoto,
    about: words.scenarioPhotoAbout,
    opening: () => [
      { do: 'sample', sample: 'lubang' },
      { do: 'type', text: 'Jalan berlubang besar, kemarin ada yang jatuh dari motor' },
    ],
    takes: ['Jalan & Trotoar', 'Lanjut lapor', ...wayThroughReport],
    at: { lat: -7.3203, lon: 110.5121 },
  },
  {
    name: 'cek',
    label: words.scenarioTrack,
    about: words.scenarioTrackAbout,
    opening: (ticket) => [
      { do: 'type', text: '/cek' },
      { do: 'type', text: ticket },
    ],
    takes: ['Ikut dikabari'],
    at: { lat: -7.3315, lon: 110.5025 },
  },
];

export const scenarioNamed = (name: string): Scenario | undefined =>
  scenarios.find((one) => one.name === name);
