import type { Moment } from '../../../conversation/moment.ts';
import type { Actor } from '../../../domain/life-step.ts';
import type { CopiedEvent, CopiedReport, OwnCopy } from '../../../domain/own-copy.ts';
import { eventText } from '../timeline.ts';
import { labelOf } from './withdraw.ts';

const actors: { readonly [actor in Actor]: string } = {
  citizen: 'warga',
  officer: 'petugas',
  coordinator: 'koordinator',
  supervisor: 'atasan',
  clock: 'sistem',
};

const given = { yes: 'ya', no: 'tidak', withdrawn: 'ditarik' } as const;
const kinds = { see: 'lihat', correct: 'perbaiki', delete: 'hapus', withdraw: 'tarik_izin' } as const;
const ends = { open: 'terbuka', done: 'selesai', refused: 'ditolak' } as const;
const talks = { open: 'terbuka', asked: 'ditanya', answered: 'terjawab', closed: 'selesai' } as const;
const answered = { open: 'terbuka', answered: 'terjawab', lapsed: 'lewat' } as const;

const event = ({ on, action, by, blanks, words }: CopiedEvent, { spoken }: Moment) => ({
  tanggal: on,
  peristiwa: spoken(eventText({ action, blanks })),
  oleh: actors[by],
  ...(words !== null && { isi: words }),
});

/** A report as it stands in the file: with the names the public data has for its state and kind. */
export const copiedReport = (report: CopiedReport, moment: Moment) => ({
  nomor: report.ticket,
  jenis: report.kind,
  kategori: moment.city.categories.find(({ key }) => key === report.category)?.label ?? report.category,
  dinas: report.unit,
  status: report.state,
  diterima: report.received,
  tertutup: report.confidential,
  isi: report.words,
  tempat: report.place,
  wilayah: report.region,
  titik: report.point && { lintang: report.point.lat, bujur: report.point.lon },
  telepon: report.phone,
  foto_suara_video: report.media,
  penilaian: report.rating && { nilai: report.rating.score, isi: report.rating.words },
  riwayat: report.events.map((one) => event(one, moment)),
});

export const copiedConsent = (
  { purpose, given: is, on }: OwnCopy['consents'][number],
  { spoken }: Moment,
) => ({
  tujuan: spoken(labelOf(purpose)),
  diberikan: given[is],
  tanggal: on,
});

export const copiedRequest = (request: OwnCopy['requests'][number]) => ({
  nomor: request.number,
  jenis: kinds[request.kind],
  status: ends[request.state],
  tanggal: request.asked,
  batas: request.due,
  selesai: request.ended,
  isi: request.words,
  jawaban: request.answer,
});

export const copiedThread = ({ number, service, state, opened, lines }: OwnCopy['threads'][number]) => ({
  nomor: number,
  layanan: service,
  status: talks[state],
  tanggal: opened,
  isi: lines.map(({ on, by, words }) => ({ tanggal: on, oleh: actors[by], isi: words })),
});

export const copiedWish = ({ unit, since }: OwnCopy['wishes'][number]) => ({ dinas: unit, sejak: since });

export const copiedQuestion = (question: OwnCopy['questions'][number]) => ({
  nomor: question.number,
  status: answered[question.state],
  tanggal: question.asked,
  isi: question.words,
  jawaban: question.answer,
});
