import { literal, say, type Text } from '../../bot/conversation/reply.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import type { Hat } from './personas.ts';
import type { SampleName } from './samples/index.ts';

type Opening = { do: 'type'; text: string } | { do: 'sample'; sample: SampleName };

/**
 * A dialogue that plays by itself: what the person begins with, which buttons they take (the first that is there), and
 * what they type when asked. `after`: the scenario by which a citizen brings it about.
 */
export type Scenario = {
  name: string;
  hat: Hat;
  after?: string;
  label: TextKey;
  about: TextKey;
  opening: (ticket: string) => readonly Opening[];
  takes: readonly Text[];
  types?: readonly { asked: Text; text: string }[];
  at: { lat: number; lon: number };
};

const wayThroughReport = [say('similar.new'), say('button.skip'), say('identity.biasa'), say('button.send')];

export const scenarios: readonly Scenario[] = [
  {
    name: 'lampu',
    hat: 'citizen',
    label: 'coba.play.lampu',
    about: 'coba.play.lampu.about',
    opening: () => [{ do: 'type', text: 'Lampu jalan mati di depan pasar, gelap sekali kalau malam' }],
    takes: [literal('Lampu Jalan (PJU)'), ...wayThroughReport],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'foto',
    hat: 'citizen',
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
    hat: 'citizen',
    label: 'coba.play.cek',
    about: 'coba.play.cek.about',
    opening: (ticket) => [
      { do: 'type', text: '/cek' },
      { do: 'type', text: ticket },
    ],
    takes: [say('similar.follow')],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'nilai',
    hat: 'citizen',
    label: 'coba.play.nilai',
    about: 'coba.play.nilai.about',
    opening: () => [{ do: 'type', text: 'NILAI DUK-1' }],
    takes: [
      say('button.skm-begin'),
      say('skm.answer.persyaratan.4'),
      say('skm.answer.prosedur.3'),
      say('skm.answer.waktu.2'),
      say('skm.answer.biaya.4'),
      say('skm.answer.kompetensi.3'),
      say('skm.answer.perilaku.4'),
      say('skm.answer.sarana.3'),
      say('skm.answer.pengaduan.4'),
      say('button.skip'),
    ],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'petugas',
    hat: 'officer',
    after: 'lampu',
    label: 'coba.play.petugas',
    about: 'coba.play.petugas.about',
    opening: () => [],
    takes: [
      say('button.case.accept'),
      say('button.send-citizen'),
      say('button.shape.done'),
      say('button.case.answer'),
    ],
    types: [{ asked: say('answer.words'), text: 'Lampunya sudah kami ganti siang ini dan menyala normal.' }],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'pelatihan',
    hat: 'officer',
    label: 'coba.play.pelatihan',
    about: 'coba.play.pelatihan.about',
    opening: () => [{ do: 'type', text: '/pelatihan' }],
    takes: [
      say('button.training.yes-register'),
      say('button.training.register'),
      literal('Bahasa Isyarat Dasar'),
      say('button.next'),
      say('button.trainings.open'),
    ],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'belajar',
    hat: 'officer',
    label: 'coba.play.belajar',
    about: 'coba.play.belajar.about',
    opening: () => [{ do: 'type', text: '/belajar' }],
    takes: [say('button.learn.continue'), say('button.learn.next'), literal('2')],
    at: { lat: -7.3315, lon: 110.5025 },
  },
  {
    name: 'sertifikat',
    hat: 'supervisor',
    label: 'coba.play.sertifikat',
    about: 'coba.play.sertifikat.about',
    opening: () => [{ do: 'type', text: '/unit' }],
    takes: [say('button.certificate.verify'), say('button.unit.judge')],
    at: { lat: -7.3315, lon: 110.5025 },
  },
];

export const scenarioNamed = (name: string): Scenario | undefined =>
  scenarios.find((one) => one.name === name);
